// node_modules/@lit/reactive-element/css-tag.js
var e = globalThis, t = e.ShadowRoot && (e.ShadyCSS === void 0 || e.ShadyCSS.nativeShadow) && "adoptedStyleSheets" in Document.prototype && "replace" in CSSStyleSheet.prototype, n = Symbol(), r = /* @__PURE__ */ new WeakMap(), i = class {
	constructor(e, t, r) {
		if (this._$cssResult$ = !0, r !== n) throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");
		this.cssText = e, this.t = t;
	}
	get styleSheet() {
		let e = this.o, n = this.t;
		if (t && e === void 0) {
			let t = n !== void 0 && n.length === 1;
			t && (e = r.get(n)), e === void 0 && ((this.o = e = new CSSStyleSheet()).replaceSync(this.cssText), t && r.set(n, e));
		}
		return e;
	}
	toString() {
		return this.cssText;
	}
}, a = (e) => new i(typeof e == "string" ? e : e + "", void 0, n), o = (e, ...t) => new i(e.length === 1 ? e[0] : t.reduce((t, n, r) => t + ((e) => {
	if (!0 === e._$cssResult$) return e.cssText;
	if (typeof e == "number") return e;
	throw Error("Value passed to 'css' function must be a 'css' function result: " + e + ". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.");
})(n) + e[r + 1], e[0]), e, n), s = (n, r) => {
	if (t) n.adoptedStyleSheets = r.map((e) => e instanceof CSSStyleSheet ? e : e.styleSheet);
	else for (let t of r) {
		let r = document.createElement("style"), i = e.litNonce;
		i !== void 0 && r.setAttribute("nonce", i), r.textContent = t.cssText, n.appendChild(r);
	}
}, c = t ? (e) => e : (e) => e instanceof CSSStyleSheet ? ((e) => {
	let t = "";
	for (let n of e.cssRules) t += n.cssText;
	return a(t);
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: m } = Object, ee = globalThis, te = ee.trustedTypes, ne = te ? te.emptyScript : "", re = ee.reactiveElementPolyfillSupport, h = (e, t) => e, g = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? ne : null;
				break;
			case Object:
			case Array: e = e == null ? e : JSON.stringify(e);
		}
		return e;
	},
	fromAttribute(e, t) {
		let n = e;
		switch (t) {
			case Boolean:
				n = e !== null;
				break;
			case Number:
				n = e === null ? null : Number(e);
				break;
			case Object:
			case Array: try {
				n = JSON.parse(e);
			} catch {
				n = null;
			}
		}
		return n;
	}
}, ie = (e, t) => !l(e, t), ae = {
	attribute: !0,
	type: String,
	converter: g,
	reflect: !1,
	useDefault: !1,
	hasChanged: ie
};
Symbol.metadata ??= Symbol("metadata"), ee.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var _ = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = ae) {
		if (t.state && (t.attribute = !1), this._$Ei(), this.prototype.hasOwnProperty(e) && ((t = Object.create(t)).wrapped = !0), this.elementProperties.set(e, t), !t.noAccessor) {
			let n = Symbol(), r = this.getPropertyDescriptor(e, n, t);
			r !== void 0 && u(this.prototype, e, r);
		}
	}
	static getPropertyDescriptor(e, t, n) {
		let { get: r, set: i } = d(this.prototype, e) ?? {
			get() {
				return this[t];
			},
			set(e) {
				this[t] = e;
			}
		};
		return {
			get: r,
			set(t) {
				let a = r?.call(this);
				i?.call(this, t), this.requestUpdate(e, a, n);
			},
			configurable: !0,
			enumerable: !0
		};
	}
	static getPropertyOptions(e) {
		return this.elementProperties.get(e) ?? ae;
	}
	static _$Ei() {
		if (this.hasOwnProperty(h("elementProperties"))) return;
		let e = m(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(h("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(h("properties"))) {
			let e = this.properties, t = [...f(e), ...p(e)];
			for (let n of t) this.createProperty(n, e[n]);
		}
		let e = this[Symbol.metadata];
		if (e !== null) {
			let t = litPropertyMetadata.get(e);
			if (t !== void 0) for (let [e, n] of t) this.elementProperties.set(e, n);
		}
		this._$Eh = /* @__PURE__ */ new Map();
		for (let [e, t] of this.elementProperties) {
			let n = this._$Eu(e, t);
			n !== void 0 && this._$Eh.set(n, e);
		}
		this.elementStyles = this.finalizeStyles(this.styles);
	}
	static finalizeStyles(e) {
		let t = [];
		if (Array.isArray(e)) {
			let n = new Set(e.flat(1 / 0).reverse());
			for (let e of n) t.unshift(c(e));
		} else e !== void 0 && t.push(c(e));
		return t;
	}
	static _$Eu(e, t) {
		let n = t.attribute;
		return !1 === n ? void 0 : typeof n == "string" ? n : typeof e == "string" ? e.toLowerCase() : void 0;
	}
	constructor() {
		super(), this._$Ep = void 0, this.isUpdatePending = !1, this.hasUpdated = !1, this._$Em = null, this._$Ev();
	}
	_$Ev() {
		this._$ES = new Promise((e) => this.enableUpdating = e), this._$AL = /* @__PURE__ */ new Map(), this._$E_(), this.requestUpdate(), this.constructor.l?.forEach((e) => e(this));
	}
	addController(e) {
		(this._$EO ??= /* @__PURE__ */ new Set()).add(e), this.renderRoot !== void 0 && this.isConnected && e.hostConnected?.();
	}
	removeController(e) {
		this._$EO?.delete(e);
	}
	_$E_() {
		let e = /* @__PURE__ */ new Map(), t = this.constructor.elementProperties;
		for (let n of t.keys()) this.hasOwnProperty(n) && (e.set(n, this[n]), delete this[n]);
		e.size > 0 && (this._$Ep = e);
	}
	createRenderRoot() {
		let e = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
		return s(e, this.constructor.elementStyles), e;
	}
	connectedCallback() {
		this.renderRoot ??= this.createRenderRoot(), this.enableUpdating(!0), this._$EO?.forEach((e) => e.hostConnected?.());
	}
	enableUpdating(e) {}
	disconnectedCallback() {
		this._$EO?.forEach((e) => e.hostDisconnected?.());
	}
	attributeChangedCallback(e, t, n) {
		this._$AK(e, n);
	}
	_$ET(e, t) {
		let n = this.constructor.elementProperties.get(e), r = this.constructor._$Eu(e, n);
		if (r !== void 0 && !0 === n.reflect) {
			let i = (n.converter?.toAttribute === void 0 ? g : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? g : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? ie)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
			this.C(e, t, n);
		}
		!1 === this.isUpdatePending && (this._$ES = this._$EP());
	}
	C(e, t, { useDefault: n, reflect: r, wrapped: i }, a) {
		n && !(this._$Ej ??= /* @__PURE__ */ new Map()).has(e) && (this._$Ej.set(e, a ?? t ?? this[e]), !0 !== i || a !== void 0) || (this._$AL.has(e) || (this.hasUpdated || n || (t = void 0), this._$AL.set(e, t)), !0 === r && this._$Em !== e && (this._$Eq ??= /* @__PURE__ */ new Set()).add(e));
	}
	async _$EP() {
		this.isUpdatePending = !0;
		try {
			await this._$ES;
		} catch (e) {
			Promise.reject(e);
		}
		let e = this.scheduleUpdate();
		return e != null && await e, !this.isUpdatePending;
	}
	scheduleUpdate() {
		return this.performUpdate();
	}
	performUpdate() {
		if (!this.isUpdatePending) return;
		if (!this.hasUpdated) {
			if (this.renderRoot ??= this.createRenderRoot(), this._$Ep) {
				for (let [e, t] of this._$Ep) this[e] = t;
				this._$Ep = void 0;
			}
			let e = this.constructor.elementProperties;
			if (e.size > 0) for (let [t, n] of e) {
				let { wrapped: e } = n, r = this[t];
				!0 !== e || this._$AL.has(t) || r === void 0 || this.C(t, void 0, n, r);
			}
		}
		let e = !1, t = this._$AL;
		try {
			e = this.shouldUpdate(t), e ? (this.willUpdate(t), this._$EO?.forEach((e) => e.hostUpdate?.()), this.update(t)) : this._$EM();
		} catch (t) {
			throw e = !1, this._$EM(), t;
		}
		e && this._$AE(t);
	}
	willUpdate(e) {}
	_$AE(e) {
		this._$EO?.forEach((e) => e.hostUpdated?.()), this.hasUpdated || (this.hasUpdated = !0, this.firstUpdated(e)), this.updated(e);
	}
	_$EM() {
		this._$AL = /* @__PURE__ */ new Map(), this.isUpdatePending = !1;
	}
	get updateComplete() {
		return this.getUpdateComplete();
	}
	getUpdateComplete() {
		return this._$ES;
	}
	shouldUpdate(e) {
		return !0;
	}
	update(e) {
		this._$Eq &&= this._$Eq.forEach((e) => this._$ET(e, this[e])), this._$EM();
	}
	updated(e) {}
	firstUpdated(e) {}
};
_.elementStyles = [], _.shadowRootOptions = { mode: "open" }, _[h("elementProperties")] = /* @__PURE__ */ new Map(), _[h("finalized")] = /* @__PURE__ */ new Map(), re?.({ ReactiveElement: _ }), (ee.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var oe = globalThis, se = (e) => e, v = oe.trustedTypes, ce = v ? v.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, le = "$lit$", y = `lit$${Math.random().toFixed(9).slice(2)}$`, ue = "?" + y, de = `<${ue}>`, b = document, x = () => b.createComment(""), S = (e) => e === null || typeof e != "object" && typeof e != "function", fe = Array.isArray, pe = (e) => fe(e) || typeof e?.[Symbol.iterator] == "function", me = "[ 	\n\f\r]", C = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, he = /-->/g, ge = />/g, w = RegExp(`>|${me}(?:([^\\s"'>=/]+)(${me}*=${me}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), _e = /'/g, ve = /"/g, ye = /^(?:script|style|textarea|title)$/i, be = (e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}), T = be(1), xe = be(2), E = Symbol.for("lit-noChange"), D = Symbol.for("lit-nothing"), Se = /* @__PURE__ */ new WeakMap(), O = b.createTreeWalker(b, 129);
function Ce(e, t) {
	if (!fe(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ce === void 0 ? t : ce.createHTML(t);
}
var we = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = C;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === C ? c[1] === "!--" ? o = he : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = w) : (ye.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = w) : o = ge : o === w ? c[0] === ">" ? (o = i ?? C, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? w : c[3] === "\"" ? ve : _e) : o === ve || o === _e ? o = w : o === he || o === ge ? o = C : (o = w, i = void 0);
		let d = o === w && e[t + 1].startsWith("/>") ? " " : "";
		a += o === C ? n + de : l >= 0 ? (r.push(s), n.slice(0, l) + le + n.slice(l) + y + d) : n + y + (l === -2 ? t : d);
	}
	return [Ce(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, Te = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = we(t, n);
		if (this.el = e.createElement(l, r), O.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = O.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(le)) {
					let t = u[o++], n = i.getAttribute(e).split(y), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? De : r[1] === "?" ? Oe : r[1] === "@" ? ke : j
					}), i.removeAttribute(e);
				} else e.startsWith(y) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (ye.test(i.tagName)) {
					let e = i.textContent.split(y), t = e.length - 1;
					if (t > 0) {
						i.textContent = v ? v.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], x()), O.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], x());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === ue) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(y, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += y.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = b.createElement("template");
		return n.innerHTML = e, n;
	}
};
function k(e, t, n = e, r) {
	if (t === E) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = S(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = k(e, i._$AS(e, t.values), i, r)), t;
}
var Ee = class {
	constructor(e, t) {
		this._$AV = [], this._$AN = void 0, this._$AD = e, this._$AM = t;
	}
	get parentNode() {
		return this._$AM.parentNode;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	u(e) {
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? b).importNode(t, !0);
		O.currentNode = r;
		let i = O.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new A(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Ae(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = O.nextNode(), a++);
		}
		return O.currentNode = b, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, A = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = D, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
	}
	get parentNode() {
		let e = this._$AA.parentNode, t = this._$AM;
		return t !== void 0 && e?.nodeType === 11 && (e = t.parentNode), e;
	}
	get startNode() {
		return this._$AA;
	}
	get endNode() {
		return this._$AB;
	}
	_$AI(e, t = this) {
		e = k(this, e, t), S(e) ? e === D || e == null || e === "" ? (this._$AH !== D && this._$AR(), this._$AH = D) : e !== this._$AH && e !== E && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? pe(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== D && S(this._$AH) ? this._$AA.nextSibling.data = e : this.T(b.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = Te.createElement(Ce(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new Ee(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = Se.get(e.strings);
		return t === void 0 && Se.set(e.strings, t = new Te(e)), t;
	}
	k(t) {
		fe(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(x()), this.O(x()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = se(e).nextSibling;
			se(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, j = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = D, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = D;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = k(this, e, t, 0), a = !S(e) || e !== this._$AH && e !== E, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = k(this, r[n + o], t, o), s === E && (s = this._$AH[o]), a ||= !S(s) || s !== this._$AH[o], s === D ? e = D : e !== D && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === D ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, De = class extends j {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === D ? void 0 : e;
	}
}, Oe = class extends j {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== D);
	}
}, ke = class extends j {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = k(this, e, t, 0) ?? D) === E) return;
		let n = this._$AH, r = e === D && n !== D || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== D && (n === D || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Ae = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		k(this, e);
	}
}, je = {
	M: le,
	P: y,
	A: ue,
	C: 1,
	L: we,
	R: Ee,
	D: pe,
	V: k,
	I: A,
	H: j,
	N: Oe,
	U: ke,
	B: De,
	F: Ae
}, Me = oe.litHtmlPolyfillSupport;
Me?.(Te, A), (oe.litHtmlVersions ??= []).push("3.3.3");
var Ne = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new A(t.insertBefore(x(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Pe = globalThis, M = class extends _ {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Ne(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return E;
	}
};
M._$litElement$ = !0, M.finalized = !0, Pe.litElementHydrateSupport?.({ LitElement: M });
var Fe = Pe.litElementPolyfillSupport;
Fe?.({ LitElement: M }), (Pe.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var N = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, Ie = {
	attribute: !0,
	type: String,
	converter: g,
	reflect: !1,
	hasChanged: ie
}, Le = (e = Ie, t, n) => {
	let { kind: r, metadata: i } = n, a = globalThis.litPropertyMetadata.get(i);
	if (a === void 0 && globalThis.litPropertyMetadata.set(i, a = /* @__PURE__ */ new Map()), r === "setter" && ((e = Object.create(e)).wrapped = !0), a.set(n.name, e), r === "accessor") {
		let { name: r } = n;
		return {
			set(n) {
				let i = t.get.call(this);
				t.set.call(this, n), this.requestUpdate(r, i, e, !0, n);
			},
			init(t) {
				return t !== void 0 && this.C(r, void 0, e, t), t;
			}
		};
	}
	if (r === "setter") {
		let { name: r } = n;
		return function(n) {
			let i = this[r];
			t.call(this, n), this.requestUpdate(r, i, e, !0, n);
		};
	}
	throw Error("Unsupported decorator location: " + r);
};
function P(e) {
	return (t, n) => typeof n == "object" ? Le(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function F(e) {
	return P({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var Re = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function I(e, t) {
	return (n, r, i) => {
		let a = (t) => t.renderRoot?.querySelector(e) ?? null;
		if (t) {
			let { get: e, set: t } = typeof r == "object" ? n : i ?? (() => {
				let e = Symbol();
				return {
					get() {
						return this[e];
					},
					set(t) {
						this[e] = t;
					}
				};
			})();
			return Re(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Re(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var ze = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, Be = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), ze(t.pathname + t.search));
}, Ve = (e) => {
	try {
		return decodeURIComponent(e);
	} catch {
		return e;
	}
}, He = "/action-engine", Ue = (e) => `${He}/executions/${encodeURIComponent(e)}`, L = o`
  :host {
    display: block;
    color: var(--primary-text-color, #212121);
    --link: color-mix(
      in srgb,
      var(--primary-color, #03a9f4) 60%,
      var(--primary-text-color, #212121)
    );
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2 {
    font-size: var(--ha-font-size-l, 16px);
    font-weight: 500;
    margin: 0 0 8px;
  }
  h3 {
    font-size: 0.85rem;
    font-weight: 500;
    margin: 16px 0 4px;
    color: var(--secondary-text-color, #666);
  }
  p {
    margin: 4px 0;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  a {
    color: var(--link);
  }
  .card {
    background: var(--card-background-color, #fff);
    border: 1px solid var(--divider-color, #ddd);
    border-radius: var(--ha-card-border-radius, 12px);
    padding: 16px;
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--secondary-text-color, #666);
  }
  .problem,
  .alarm {
    border: 1px solid var(--error-color, #db4437);
    border-left-width: 6px;
    border-radius: 8px;
    padding: 8px 12px;
    margin: 8px 0;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    padding: 8px 0;
  }
  li + li > .line {
    border-top: 1px solid var(--divider-color, #ddd);
  }
  .badge {
    display: inline-block;
    border: 1px solid transparent;
    border-radius: 10px;
    padding: 2px 10px;
    background: color-mix(in srgb, var(--primary-text-color, #212121) 10%, transparent);
    font-size: 0.85rem;
    white-space: nowrap;
  }
  .bad {
    border-left: 4px solid var(--error-color, #db4437);
    padding-left: 8px;
  }
  .badge.strong {
    border-color: var(--error-color, #db4437);
    border-width: 2px;
    font-weight: 500;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 16px;
    align-items: end;
  }
  button {
    font: inherit;
    font-weight: 500;
    min-height: 40px;
    padding: 4px 16px;
    border: 1px solid transparent;
    border-radius: 20px;
    color: var(--link);
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 12%, transparent);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 20%, transparent);
  }
  button.main {
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 75%, #000);
    color: var(--text-primary-color, #fff);
  }
  button.danger {
    border-color: var(--error-color, #db4437);
    color: var(--primary-text-color, #212121);
    background: transparent;
  }
  button.danger:hover {
    background: color-mix(in srgb, var(--error-color, #db4437) 12%, transparent);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button:focus-visible,
  a:focus-visible,
  summary:focus-visible,
  input:focus-visible,
  select:focus-visible {
    outline: 3px solid var(--primary-color, #03a9f4);
    outline-offset: 2px;
  }
  label {
    display: flex;
    flex-direction: column;
    gap: 2px;
    font-size: 0.85rem;
    color: var(--secondary-text-color, #666);
  }
  input,
  select {
    font: inherit;
    font-size: 1rem;
    min-height: 40px;
    max-width: 100%;
    padding: 4px 12px;
    border: none;
    border-bottom: 1px solid var(--secondary-text-color, #666);
    border-radius: 4px 4px 0 0;
    color: var(--primary-text-color, #212121);
    background-color: var(--ha-color-form-background, #f3f3f3);
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 20em;
    overflow: auto;
    margin: 4px 0;
    font-family: var(--ha-font-family-code, monospace);
    font-size: 0.85rem;
  }
  blockquote {
    margin: 4px 0;
    padding: 4px 12px;
    border-left: 4px solid var(--divider-color, #ddd);
    font-style: italic;
    white-space: pre-wrap;
  }
  dialog {
    max-width: min(560px, calc(100vw - 32px));
    border: none;
    border-radius: 24px;
    padding: 24px;
    color: var(--primary-text-color, #212121);
    background: var(--card-background-color, #fff);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
`, R = (e, t, n = {}) => e.callWS({
	...n,
	type: `action_engine/${t}`
}), We = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), Ge = async (e) => (await R(e, "list_answers")).answers, Ke = (e, t) => R(e, "get_proposal", { approval_id: t }), qe = async (e, t, n, r) => (await R(e, "approve", {
	approval_id: t,
	actions: n,
	...r ? { notes: r } : {}
})).replaced_by, Je = async (e) => (await R(e, "list_approvals")).approvals, Ye = (e, t, n) => R(e, "approve", {
	...n,
	approval_id: t
}), Xe = (e, t, n) => R(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Ze = async (e) => (await R(e, "executions")).executions, Qe = (e, t) => R(e, "list_executions", t), $e = (e, t) => R(e, "get_execution", { execution_id: t }), et = (e, t) => R(e, "cancel", { execution_id: t }), tt = (e, t) => R(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), nt = (e, t) => R(e, "rollback", {
	execution_id: t,
	wait: !1
}), rt = (e) => R(e, "settings"), it = (e) => e.callService("action_engine", "panic_stop"), at = (e) => e.callService("action_engine", "lift_panic"), ot = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }, { resubscribe: !1 }), z = {
	title: "Action Engine",
	menu: "Open the sidebar",
	"nav.label": "Views",
	"nav.overview": "Overview",
	"nav.approvals": "Approvals",
	"nav.executions": "Executions",
	"nav.try": "Try it",
	loading: "Loading …",
	error: "It did not work: {message}",
	back: "Not now",
	policies: "Policies",
	"policies.none": "No policy is about you.",
	"status.disabled": "Disabled",
	"status.canary": "Canary",
	"status.canary_share": "Canary, {share}",
	"status.supervised": "Supervised",
	"status.full_auto": "Full auto",
	"left.hour": "{left} left this hour",
	"left.day": "{left} left today",
	"left.budget": "{left} units left today",
	"rollout.stage": "Stage {stage} of {stages} of its rollout.",
	"rollout.next": "The next one begins on {day}.",
	"left.none": "No limit",
	"engine.disabled": "The engine is switched off: nothing new is let in.",
	running: "Running now",
	"running.none": "Nothing is running.",
	"running.step": "step {step}",
	"running.step_of": "step {step} of {known}",
	trend: "The last days",
	"trend.days": "Days",
	"trend.last": "{days} days",
	"trend.rate": "of {decided} that succeeded or failed, among {total} executions",
	"trend.none": "Nothing has run in these days.",
	"trend.success": "Success",
	"trend.failed": "Failed",
	"trend.other": "Anything else",
	"trend.duration": "Time it took",
	"trend.date": "Day",
	"trend.day": "{day}: {success} success, {failed} failed",
	"trend.table": "As a table",
	first: "Begin here",
	"first.what": "Nothing has run yet. Here you will see what is done in your home, why, and whether it worked.",
	"first.try": "Try an action, and see what would happen before it does",
	"first.calling": "Have an automation run its actions here, with retries and undo",
	"first.agent": "Let a language model act, as far as you allow it",
	"first.phone": "Answer questions on your phone",
	waiting: "Waiting for people",
	"waiting.none": "Nobody is asked anything.",
	circuits: "Open circuits",
	"circuits.none": "Nothing has failed too often.",
	"circuits.failures": "{count} failures in a row",
	"circuit.open": "Open",
	"circuit.half_open": "One call is let through, to see",
	failures: "Last failures",
	"failures.none": "Nothing has failed.",
	"failures.no_reason": "No reason was written down.",
	panic: "Panic stop",
	"panic.what": "Ends everything that runs, and lets nobody in who is not trusted, until an administrator lifts it.",
	"panic.ask": "Stop everything?",
	"panic.yes": "Stop everything",
	"panic.on": "Panic stop: nobody who is not trusted is let in.",
	"panic.lift": "Lift the panic stop",
	"approvals.none": "Nothing waits for an answer.",
	"approval.what": "What will happen",
	"approval.unknown": "What it would do could not be told.",
	"approval.everything": "everything, or nobody can know what",
	"approval.from": "from {source}",
	"approval.why": "Why you are asked",
	"approval.claim": "What the asker claims",
	"approval.policy": "Asked under {policy}",
	"approval.expires": "{time} left",
	"approval.over": "Time is up",
	"approval.agreed": "{agreed} of {needed} have agreed",
	"approval.approve": "Approve",
	"approval.similar_for": "Approve similar for",
	"approval.once": "Only this",
	"approval.reject": "Reject",
	"approval.reason": "Reason",
	"approval.code": "Code",
	"approval.code_help": "It is critical: it takes the code, or {needed} people who agree.",
	"approval.not_you": "Others have to answer this.",
	"approval.withdraw": "Take back",
	"approval.open": "The whole execution",
	"approval.asker": "Asked by",
	"approval.takes": "takes about {time}",
	"approval.later": "The parts in braces are decided when it runs.",
	"approval.more": "and {count} more",
	"approval.change": "Change and run …",
	"asker.person": "person",
	"asker.automation": "automation",
	"asker.script": "script",
	"asker.agent": "language model",
	"asker.system": "nobody knows what",
	somebody: "somebody who is gone",
	"change.title": "What is to run instead",
	"change.help": "It runs in your name, and what was asked for is rejected.",
	"change.hidden": "Something secret in it is not shown, so it cannot be changed here. Reject it, and run what you want yourself.",
	"change.begun": "A part of it has been done already, and would be done again.",
	"change.actions": "Actions (YAML)",
	"change.line": "Line {line}.",
	"change.yes": "Run this instead",
	"change.done": "“{name}” was rejected.",
	"change.instead": "What you want instead",
	grants: "Allowed in advance",
	"grants.by": "By {by}, under {policy}",
	"grants.use": "used once",
	"grants.uses": "used {count} times",
	"grants.revoke": "Take back",
	"grants.revoke_what": "Take back: {what}",
	answered: "Answered of late",
	"answer.approved": "Approved",
	"answer.auto_approved": "Approved in advance",
	"answer.rejected": "Rejected",
	"answer.expired": "Time was up",
	"answer.withdrawn": "Taken back",
	"reversible.yes": "Can be undone",
	"reversible.partly": "Can be undone in part",
	"reversible.no": "Cannot be undone",
	"risk.low": "Low risk",
	"risk.medium": "Medium risk",
	"risk.high": "High risk",
	"risk.critical": "Critical risk",
	"claim.confidence": "Confidence",
	"claim.reasoning": "Reasoning",
	"filter.state": "State",
	"filter.policy": "Policy",
	"filter.entity": "Entity id",
	"filter.action": "Action",
	"filter.all": "All",
	"filter.apply": "Show",
	"executions.none": "No execution is like that.",
	"executions.older": "Older ones",
	"state.pending_approval": "Waits for a person",
	"state.queued": "Queued",
	"state.executing": "Running",
	"state.retrying": "Trying again",
	"state.paused": "Paused",
	"state.success": "Success",
	"state.failed": "Failed",
	"state.cancelled": "Cancelled",
	"state.unknown": "Unknown",
	"state.denied": "Denied",
	"state.rejected": "Rejected",
	"state.expired": "Expired",
	"state.rolling_back": "Being undone",
	"state.rolled_back": "Undone",
	"execution.all": "All executions",
	"execution.cancel": "Cancel",
	"execution.undo": "Undo …",
	"execution.undo_of": "Undoes another execution",
	"execution.verdict": "What the gate answered",
	"execution.steps": "Steps",
	"execution.no_steps": "No step has begun.",
	"execution.omitted": "{count} more steps are not kept.",
	"decision.allow": "Allowed",
	"decision.hold": "A person is asked first",
	"decision.deny": "Denied",
	"step.attempts": "{count} attempts",
	"step.targets": "Devices",
	"step.sent": "Sent",
	"step.response": "Came back",
	"step.expected": "Expected",
	"step.seen": "Seen",
	"step.seen_yes": "Yes",
	"step.seen_no": "No",
	"step.failures": "Failed attempts",
	"step.error": "Error",
	"step.note": "Note",
	"step.path": "Path",
	"step.again": "again after {time}",
	"step.status.started": "Running",
	"step.status.attempt_failed": "An attempt failed",
	"step.status.waiting": "Waiting",
	"step.status.succeeded": "Done",
	"step.status.failed": "Failed",
	"step.status.skipped": "Skipped",
	"step.status.fallback": "Fallback was done",
	"step.status.stopped": "Stopped",
	graph: "Plan",
	"graph.title": "Plan and way taken",
	"graph.cut": "The first {shown} of {count} steps are shown.",
	"graph.missing": "The plan cannot be shown any more: {reason}",
	"graph.disabled": "switched off",
	"graph.unreached": "Not reached",
	"graph.not_reached": "This step was not reached.",
	"graph.times": "{count} times",
	"branch.then": "then",
	"branch.do": "do",
	"branch.arm": "at once",
	"branch.try": "try",
	"branch.catch": "if that fails",
	"branch.finally": "in any case",
	"branch.fallback": "if all fails",
	"branch.remedy": "between attempts",
	"branch.default": "otherwise",
	"branch.else": "else",
	"kind.if": "If",
	"kind.answer": "Set the answer",
	"kind.try": "Try",
	"kind.stop": "Stop",
	"kind.call": "Call",
	"kind.choose": "Choose",
	"kind.parallel": "In parallel",
	"kind.repeat": "Repeat",
	"kind.sequence": "One after another",
	"kind.graph": "Graph",
	"kind.condition": "Condition",
	"kind.delay": "Delay",
	"kind.wait": "Wait",
	"kind.event": "Event",
	"kind.variables": "Variables",
	"kind.device": "Device",
	"kind.catalog": "Named action",
	"kind.native": "By Home Assistant",
	"undo.title": "Undo “{name}”?",
	"undo.nothing": "There is nothing to set back.",
	"undo.yes": "Undo it",
	"undo.what.will": "Will be set back",
	"undo.what.nothing": "Is as it was",
	"undo.what.skipped": "Left alone: changed since",
	"undo.what.asks": "Asks: changed since",
	"try.title": "Try something",
	"try.what": "Paste actions, a script, an automation, a plan, or what a language model has answered. Nothing runs until you press “Run”.",
	"try.examples": "Examples",
	"try.example.retry": "Script with a retry",
	"try.example.blocks": "Branches and loops",
	"try.example.mistake": "Two mistakes",
	"try.example.plan": "Plan with steps at once",
	"try.example.tagged": "Answer with a tag",
	"try.example.json": "Answer in JSON",
	"try.text": "Text",
	"try.keys": "Ctrl+Enter checks it.",
	"try.kind": "What it is",
	"try.kind.auto": "Find out",
	"try.kind.actions": "Actions, script or automation",
	"try.kind.plan": "Plan",
	"try.kind.response": "Answer of a language model",
	"try.as": "Ask as",
	"try.as.me": "Myself",
	"try.as.model": "A language model",
	"try.check": "Check",
	"try.run": "Run",
	"try.busy": "One moment …",
	"try.changed": "It has changed since it was checked.",
	"try.valid": "{kind}: nothing is wrong with it.",
	"try.invalid": "{kind}: it cannot be run as it is.",
	"try.partly": "{kind}: some of it cannot be done.",
	"try.found.actions": "Actions",
	"try.found.plan": "A plan",
	"try.found.response": "An answer of a language model",
	"try.problem": "One problem",
	"try.problems": "{count} problems",
	"try.line": "Line {line}",
	"try.came": "Came: {came}",
	"try.expected": "Expected: {expected}",
	"try.analysis": "What it says",
	"try.decision.allow": "It would run",
	"try.decision.hold": "A person would be asked first",
	"try.decision.deny": "It would be denied",
	"try.outcome.would_run": "Would run",
	"try.outcome.would_ask": "A person would be asked",
	"try.outcome.would_deny": "Would be denied",
	"try.outcome.denied": "Denied",
	"try.dry_run": "Dry run: what would be done",
	"try.no_calls": "It calls nothing.",
	"try.now": "is {state} now",
	"try.not_there": "is not there",
	"try.more": "and {count} more",
	"try.would_be": "Seen afterwards: {expected}",
	"try.takes": "Usually {time}",
	"try.truncated": "It has {size} steps; the first of them are shown.",
	"try.plan": "The plan",
	"try.watched": "What runs",
	"try.asked": "A person is being asked",
	"card.absent": "Action Engine is not loaded.",
	"card.more": "{count} more",
	"card.status": "Action Engine: status",
	"card.status.what": "How the policies stand, what runs and what waits",
	"card.approvals": "Action Engine: approvals",
	"card.approvals.what": "The questions that wait, and the answers that you can give",
	"card.executions": "Action Engine: executions",
	"card.executions.what": "What ran last, and what became of it",
	"card.executions.none": "Nothing has run yet.",
	"card.run": "Action Engine: run",
	"card.run.what": "A button that runs something, and says what became of it",
	"card.run.run": "Run",
	"card.run.ask": "Run “{name}”?",
	"card.run.open": "Details",
	"card.run.verified": "seen to be done",
	"card.run.step": "{now} · {done} done",
	"card.run.one_of": "Give exactly one of these: {options}",
	"card.wrong": "“{option}” is not valid, expected: {expected}",
	"card.wrong.text": "a text",
	"card.wrong.texts": "a list of texts",
	"card.wrong.count": "a whole number from 1 to {most}",
	"card.wrong.yes": "true or false",
	"card.wrong.values": "names with values",
	"card.wrong.actions": "a list of actions",
	"card.option.title": "Title",
	"card.option.policies": "Policies",
	"card.option.policy": "Policy",
	"card.option.states": "States",
	"card.option.entity": "Entity",
	"card.option.count": "How many",
	"card.option.hide_empty": "Hide while nothing waits",
	"card.option.name": "Name",
	"card.option.icon": "Icon",
	"card.option.script": "Script",
	"card.option.action": "Named action",
	"card.option.actions": "Actions",
	"card.option.data": "Data",
	"card.option.confirmation": "Ask first",
	"card.option.confirmation_text": "Question",
	"card.hint.policies": "None: all that you may see",
	"card.hint.states": "None: all",
	"card.hint.script": "A script, a named action or actions: exactly one of the three",
	"card.hint.data": "Parameters of the named action, otherwise variables",
	"execution.pause": "Pause",
	"execution.resume": "Go on",
	"execution.repeat": "Repeat …",
	"execution.repeat.ask": "Repeat “{name}”?",
	"execution.repeat.what": "The same is asked for once more, in your name and with your rights.",
	"execution.repeat.yes": "Repeat it",
	"execution.retry_from": "Retry from here …",
	"execution.retry_from.ask": "Retry “{name}” from the step that failed?",
	"execution.retry_from.what": "What was done before that step is not done again.",
	"execution.retry_from.yes": "Retry it",
	"execution.asked": "What was asked for",
	"execution.states": "Devices before and after",
	"asked.by": "Asked by",
	"asked.you": "You",
	"asked.gone": "Somebody who has no account any more",
	"asked.nobody": "Home Assistant",
	"asked.agent": "On behalf of",
	"asked.policy": "Policy",
	"asked.origin": "Comes from",
	"asked.undo_of": "Undoes",
	"asked.repeat_of": "Repeats",
	"asked.undone_by": "Undone by",
	"asked.repeated_by": "Repeated by",
	"asked.question": "Question",
	"asked.open": "Open the execution",
	"asked.answer": "It waits for an answer",
	"asked.source": "The actions, as they were asked for",
	"asked.variables": "Variables of the script",
	"asked.given": "Given with it",
	"source.actions": "As a list of actions",
	"source.yaml": "As a text",
	"source.script": "From a script",
	"source.automation": "From an automation",
	"claim.prediction_id": "Prediction",
	"claim.llm_response_id": "Response",
	"claim.conversation_id": "Conversation",
	"states.none": "No state was written down.",
	"states.device": "Device",
	"states.before": "Before",
	"states.after": "After",
	"states.now": "Now",
	"states.gone": "Not there",
	"states.moved": "changed since",
	"states.unknown": "–",
	"audit.title": "Audit trail ({count})",
	"audit.what": "Each event is chained to the one before. What was changed, removed or put in between is found.",
	"audit.more": "Show more",
	"audit.verify": "Verify",
	"audit.holds": "Nothing was changed: {events} events of {executions} executions were verified.",
	"audit.unknown": "{count} executions have a key that is not there any more.",
	"audit.broken": "Something was changed: {where}. {why}",
	"event.intent": "Call goes out",
	"event.result": "Call is done",
	"event.raised": "It failed",
	"event.attempt": "Attempt failed",
	"event.deadline": "Waits until",
	"event.decided": "Decided",
	"event.moved": "New state",
	"event.held": "A person is asked",
	"event.leave": "People have agreed",
	"event.undone": "Is being undone",
	"event.rollback": "Way back",
	"event.cancelled": "Told to end",
	"event.verdict": "A person decided",
	"undo.what.impossible": "Cannot be undone",
	"nav.settings": "Settings",
	"set.for": "For {who}",
	"set.account": "an account",
	"set.label": "label {name}",
	"set.agents": "all other language models",
	"set.household": "the household",
	"set.nobody": "nobody",
	"set.trusted": "Trusted",
	"set.engine": "Engine",
	"set.on": "Takes new work",
	"set.off": "Takes no new work; what runs goes on",
	"set.turn_on": "Switch on",
	"set.turn_off": "Switch off",
	"set.panic_on": "On: nobody who is not trusted is let in",
	"set.panic_off": "Off",
	"set.workers": "Workers",
	"set.max_queue": "Longest queue",
	"set.timeout": "Time limit",
	"set.retries": "Retries",
	"set.delays": "Between retries",
	"set.verify": "Looks afterwards",
	"set.code": "Approval code",
	"set.yes": "Yes",
	"set.no": "No",
	"set.circuits": "Circuits",
	"set.circuits.none": "Nothing has failed of late.",
	"set.edit_policies": "Change policies",
	"set.edit_options": "Change options",
	"set.edit_catalog": "Change own actions",
	"safety.strict": "Low risk goes through",
	"safety.moderate": "Up to medium risk goes through",
	"safety.any": "Any risk goes through",
	"safety.permissive": "Up to high risk goes through",
	"assistant.ai_task": "AI tasks",
	"assistant.conversation": "conversation agents",
	"circuit.closed": "Closed",
	"circuit.since": "open since {at}",
	"circuit.reset": "Reset",
	"circuit.reset_what": "Reset {circuit}",
	journal: "Journal",
	"journal.unwell": "Nothing is written down now: {reason}",
	"journal.place": "Place",
	"journal.size": "Size",
	"journal.executions": "Executions",
	"journal.events": "Events",
	"journal.oldest": "Oldest",
	"journal.kept": "Kept",
	"journal.kept_are": "{days} days, at most {count} executions",
	"journal.verified": "Last check",
	"journal.never": "Not since the start",
	"journal.whole": "Nothing was changed ({count} looked at)",
	"journal.partly": "Nothing was changed ({count} looked at); of {unknown} nobody can say, their key is gone",
	"journal.broken": "Execution {execution} was changed: {why}",
	"journal.verify": "Check it",
	"journal.purge": "Clear up …",
	"journal.purge_ask": "Clear up the journal?",
	"journal.purge_what": "Whatever ended and is beyond this is removed for good: {kept}.",
	"journal.purge_yes": "Remove it",
	"journal.purged": "Removed: {count}",
	"journal.busy": "That takes a moment …",
	llm: "For language models",
	"llm.nobody": "Nobody was given it.",
	"llm.no_mcp": "The integration Model Context Protocol Server is not set up: nothing outside of the home uses these.",
	catalog: "Named actions",
	"catalog.own": "Your own",
	"catalog.own.none": "There are none.",
	"catalog.builtin": "Built in",
	"catalog.builtin.none": "You may ask for none of them.",
	"catalog.webhooks": "Webhooks",
	"catalog.webhooks.none": "There are none.",
	"catalog.templates": "Message templates",
	"catalog.templates.none": "There are none.",
	"catalog.asks": "Always asks",
	"catalog.off": "Switched off",
	"catalog.signed": "Signed",
	"kind.builtin": "Built in",
	"kind.subentry": "Made in the settings",
	"kind.script": "A script",
	"kind.platform": "Another integration",
	filter: "Filter",
	"filter.some": "Filter ({count})",
	"filter.name": "Name contains",
	"filter.by": "Asked for by",
	"filter.since": "From",
	"filter.until": "Until",
	"filter.clear": "Show all",
	"asked_by.user": "A person",
	"asked_by.automation": "An automation",
	"asked_by.script": "A script",
	"asked_by.agent": "An agent",
	"executions.new": "{count} new",
	"executions.new_many": "More than {count} new",
	"executions.newest": "Back to the newest"
}, st = { en: z }, ct = (e, t, n = {}) => ((st[e] ?? st[e.split("-")[0] ?? ""] ?? z)[t] ?? z[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), lt = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in z ? ct(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function B(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var V = class extends M {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return ct(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return lt(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: We(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: We(e) });
		}
	}
};
B([P({ attribute: !1 })], V.prototype, "hass", void 0), B([F()], V.prototype, "problem", void 0), B([F()], V.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var ut = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, dt = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), ft = class {
	constructor(e) {}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AT(e, t, n) {
		this._$Ct = e, this._$AM = t, this._$Ci = n;
	}
	_$AS(e, t) {
		return this.update(e, t);
	}
	update(e, t) {
		return this.render(...t);
	}
}, { I: pt } = je, mt = (e) => e, ht = () => document.createComment(""), H = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new pt(r.insertBefore(ht(), i), r.insertBefore(ht(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = mt(e).nextSibling;
				mt(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, U = (e, t, n = e) => (e._$AI(t, n), e), gt = {}, _t = (e, t = gt) => e._$AH = t, vt = (e) => e._$AH, yt = (e) => {
	e._$AR(), e._$AA.remove();
}, bt = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, xt = dt(class extends ft {
	constructor(e) {
		if (super(e), e.type !== ut.CHILD) throw Error("repeat() can only be used in text expressions");
	}
	dt(e, t, n) {
		let r;
		n === void 0 ? n = t : t !== void 0 && (r = t);
		let i = [], a = [], o = 0;
		for (let t of e) i[o] = r ? r(t, o) : o, a[o] = n(t, o), o++;
		return {
			values: a,
			keys: i
		};
	}
	render(e, t, n) {
		return this.dt(e, t, n).values;
	}
	update(e, [t, n, r]) {
		let i = vt(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = U(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = U(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = U(i[d], a[m]), H(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = U(i[f], a[p]), H(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = bt(o, p, m), u = bt(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = H(e, i[d]);
					U(t, a[p]), c[p] = t;
				} else c[p] = U(n, a[p]), H(e, i[d], n), i[t] = null;
				p++;
			} else yt(i[f]), f--;
		} else yt(i[d]), d++;
		for (; p <= m;) {
			let t = H(e, c[m + 1]);
			U(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && yt(e);
		}
		return this.ut = o, _t(e, c), E;
	}
}), St = /[\u202a-\u202e\u2066-\u2069]/gu, W = (e) => e.replace(St, "�"), Ct = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, G = (e, t, n = {}) => {
	let r = Ct(e), i = `${r ?? ""} ${JSON.stringify(n)}`, a = wt.get(i);
	return a === void 0 && (a = new Intl.NumberFormat(r, n), wt.set(i, a)), a.format(t);
}, wt = /* @__PURE__ */ new Map(), K = (e, t) => G(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), q = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return G(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, Tt = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return q(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, Et = (e, t) => {
	let { language: n, time_format: r, time_zone: i } = e.locale;
	return new Intl.DateTimeFormat(r === "system" ? void 0 : n, {
		dateStyle: "medium",
		timeStyle: "medium",
		...r === "12" ? { hour12: !0 } : {},
		...r === "24" ? { hour12: !1 } : {},
		...i === "server" ? { timeZone: e.config.time_zone } : {}
	}).format(new Date(t));
}, J = (e, t) => {
	let n = e.states[t]?.attributes.friendly_name;
	if (n === void 0) return t;
	let r = e.entities?.[t], i = e.devices?.[r?.device_id ?? ""], a = e.areas?.[r?.area_id ?? i?.area_id ?? ""]?.name;
	return a && !n.includes(a) ? `${n} (${a})` : n;
}, Dt = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), Ot = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return Dt(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${Dt(e.slice(0, t))}: ${n}`;
}, kt = (e) => W(typeof e == "string" ? e : JSON.stringify(e, null, 2)), At = 300, jt = 3e3, Mt = class {
	constructor(e, t, n, r = () => !0, i = At) {
		this.host = e, this.streams = t, this.load = n, this.concerns = r, this.wait = i, this.unsubscribe = [], this.timers = /* @__PURE__ */ new Set(), this.gathering = !1, this.life = 0, e.addController(this);
	}
	hostConnected() {
		this.life += 1, this.host.updateComplete.then(() => {
			this.begin(this.life);
		});
	}
	hostDisconnected() {
		this.rest(), this.forget?.(), this.forget = void 0;
		for (let e of this.unsubscribe.splice(0)) e();
	}
	rest() {
		this.life += 1;
		for (let e of this.timers) clearTimeout(e);
		this.timers.clear(), this.gathering = !1;
	}
	begin(e) {
		if (e !== this.life) return;
		let { connection: t } = this.host.hass, n = () => {
			this.start();
		};
		t.addEventListener("ready", n), this.forget = () => {
			t.removeEventListener("ready", n);
		}, this.start();
	}
	start() {
		this.rest(), this.unsubscribe = [];
		for (let e of this.streams) this.follow(e, this.life);
		this.load();
	}
	async follow(e, t, n = !1) {
		try {
			let r = await ot(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), i = () => void r().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(i) : i(), n && t === this.life && this.gather(t);
		} catch {
			this.later(jt, t, () => void this.follow(e, t, !0));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(jt, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(this.wait, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, Nt = (e, t) => {
	if (!t) return null;
	let { agent: n } = t, r = [n?.platform, n?.assistant].filter(Boolean).join(" / "), i = t.entity_id === null ? null : J(e, t.entity_id), a = [
		r || null,
		i,
		t.name
	].filter((e) => e !== null);
	return a.length ? W(a.join(", ")) : null;
}, Pt = (e, t) => {
	let n = Number(/\bline (\d+), column \d+/.exec(t)?.[1] ?? 0);
	if (n > 0) return Ft(e, n);
	let r = /(?:^|\s)(\d+)(?:\/[\w/-]+)?: /.exec(t)?.[1];
	return r === void 0 ? null : It(e, Number(r));
}, Ft = (e, t) => {
	let n = e.split("\n"), r = Math.min(t, n.length), i = n.slice(0, r - 1).reduce((e, t) => e + t.length + 1, 0);
	return {
		line: r,
		start: i,
		end: i + (n[r - 1]?.length ?? 0)
	};
}, It = (e, t) => {
	let n = e.split("\n"), r = /^( *)- /.exec(n.find((e) => /^ *- /.test(e)) ?? "")?.[1];
	if (r === void 0) return null;
	let i = n.flatMap((e, t) => e.startsWith(`${r}- `) ? [t + 1] : [])[t];
	return i === void 0 ? null : Ft(e, i);
}, Y = class extends V {
	constructor(...e) {
		super(...e), this.proposal = null, this.notes = "", this.setNotes = (e) => {
			this.notes = e.target.value;
		}, this.close = () => {
			this.dialog.close();
		}, this.submit = async () => {
			let { area: e } = this;
			if (!e) return;
			let t = "";
			if (await this.attempt(async () => {
				let n = this.approval.approval_id;
				t = await qe(this.hass, n, e.value, this.notes);
			})) {
				this.dialog.close(), this.dispatchEvent(new CustomEvent("replaced", { detail: t }));
				return;
			}
			let n = Pt(e.value, this.problem ?? "");
			e.focus(), n && e.setSelectionRange(n.start, n.end);
		};
	}
	static {
		this.styles = [L, o`
      :host {
        display: contents;
      }
      dialog {
        width: min(720px, calc(100vw - 32px));
        max-width: none;
        max-height: calc(100dvh - 32px);
        overflow: auto;
      }
      textarea {
        width: 100%;
        min-height: min(18em, 40dvh);
        padding: 8px;
        border: 1px solid var(--secondary-text-color, #666);
        border-radius: 8px;
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.9rem;
        color: var(--primary-text-color, #212121);
        background: var(--primary-background-color, #fafafa);
        resize: vertical;
      }
      textarea[aria-invalid="true"] {
        border-color: var(--error-color, #db4437);
      }
      textarea:focus-visible {
        outline: 3px solid var(--primary-color, #03a9f4);
        outline-offset: 2px;
      }
    `];
	}
	async open() {
		this.proposal = null, this.problem = null, this.dialog.showModal(), await this.fetching(async () => {
			this.proposal = await Ke(this.hass, this.approval.approval_id);
		});
	}
	render() {
		return T`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.t("change.title")}</h2>
      ${this.proposal === null ? T`<p role="status">${this.problem ? "" : this.t("loading")}</p>` : this.form(this.proposal)}
      ${this.problem ? this.trouble(this.problem) : D}
      <div class="actions">
        <button @click=${this.close}>${this.t("back")}</button>
        <button
          class="main"
          ?hidden=${this.proposal === null || this.proposal.hidden}
          ?disabled=${this.busy}
          @click=${this.submit}
        >
          ${this.t("change.yes")}
        </button>
      </div>
    </dialog>`;
	}
	form(e) {
		return T`<p id="help">${this.t(e.hidden ? "change.hidden" : "change.help")}</p>
      ${e.begun ? T`<p class="alarm">${this.t("change.begun")}</p>` : D}
      <label>
        ${this.t("change.actions")}
        <textarea
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="help problem"
          aria-invalid=${this.problem ? "true" : "false"}
          ?readonly=${e.hidden}
          .value=${e.actions}
        ></textarea>
      </label>
      ${e.hidden ? D : T`<label>
            ${this.t("approval.reason")}
            <input maxlength="255" .value=${this.notes} @input=${this.setNotes} />
          </label>`}`;
	}
	trouble(e) {
		let t = Pt(this.area?.value ?? "", e);
		return T`<p id="problem" class="problem" role="alert">
      ${t ? T`<strong>
            ${this.t("change.line", { line: G(this.hass, t.line) })}
          </strong>` : D}
      ${e}
    </p>`;
	}
};
B([P({ attribute: !1 })], Y.prototype, "approval", void 0), B([F()], Y.prototype, "proposal", void 0), B([F()], Y.prototype, "notes", void 0), B([I("dialog")], Y.prototype, "dialog", void 0), B([I("textarea")], Y.prototype, "area", void 0), Y = B([N("action-engine-change")], Y);
// src/components/approval-answers.ts
var Lt = [
	15,
	60,
	480
], X = class extends V {
	constructor(...e) {
		super(...e), this.code = "", this.reason = "", this.minutes = 0, this.setCode = (e) => {
			this.code = e.target.value;
		}, this.setReason = (e) => {
			this.reason = e.target.value;
		}, this.setMinutes = (e) => {
			this.minutes = Number(e.target.value);
		}, this.openChange = () => {
			this.change.open();
		}, this.approve = async () => {
			let e = {
				...this.code ? { code: this.code } : {},
				...this.minutes ? { similar_for: this.minutes * 60 } : {}
			};
			await this.answer(() => Ye(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => Xe(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => et(this.hass, this.approval.execution_id)), this.replaced = (e) => {
			this.tell(e.detail);
		};
	}
	static {
		this.styles = [L, o`
      label.reason {
        flex: 1 1 12em;
      }
    `];
	}
	render() {
		return T`${this.approval.may_answer ? this.answers() : this.withdrawal()}
    ${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}`;
	}
	withdrawal() {
		return T`<div class="actions">
      <span class="quiet">${this.t("approval.not_you")}</span>
      <button ?disabled=${this.busy} @click=${this.withdraw}>
        ${this.t("approval.withdraw")}
      </button>
    </div>`;
	}
	answers() {
		let e = this.approval.risk === "critical";
		return T`${e && this.hasCode !== !1 ? this.codeField() : D}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? D : this.similarField()}
        <button ?disabled=${this.busy} @click=${this.openChange}>
          ${this.t("approval.change")}
        </button>
      </div>
      <div class="actions">
        <label class="reason">
          ${this.t("approval.reason")}
          <input maxlength="255" .value=${this.reason} @input=${this.setReason} />
        </label>
        <button class="danger" ?disabled=${this.busy} @click=${this.reject}>
          ${this.t("approval.reject")}
        </button>
      </div>
      <action-engine-change
        .hass=${this.hass}
        .approval=${this.approval}
        @replaced=${this.replaced}
      ></action-engine-change>`;
	}
	codeField() {
		let e = G(this.hass, this.approval.needed);
		return T`<div class="actions">
      <label>
        ${this.t("approval.code")}
        <input
          type="password"
          autocomplete="off"
          aria-describedby="code-help"
          .value=${this.code}
          @input=${this.setCode}
        />
        <small id="code-help">${this.t("approval.code_help", { needed: e })}</small>
      </label>
    </div>`;
	}
	similarField() {
		return T`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${Lt.map((e) => T`<option value=${e}>
            ${G(this.hass, e < 60 ? e : e / 60, {
			style: "unit",
			unit: e < 60 ? "minute" : "hour",
			unitDisplay: "long"
		})}
          </option>`)}
      </select>
    </label>`;
	}
	async answer(e) {
		await this.attempt(e) && this.tell(null);
	}
	tell(e) {
		let t = {
			name: this.approval.name,
			instead: e
		};
		this.dispatchEvent(new CustomEvent("answered", { detail: t }));
	}
};
B([P({ attribute: !1 })], X.prototype, "approval", void 0), B([P({ attribute: !1 })], X.prototype, "hasCode", void 0), B([F()], X.prototype, "code", void 0), B([F()], X.prototype, "reason", void 0), B([F()], X.prototype, "minutes", void 0), B([I("action-engine-change")], X.prototype, "change", void 0), X = B([N("action-engine-answers")], X);
// src/parameters.ts
var Z = (e, t) => K(e, t), Rt = (e) => (t, n) => `${G(t, n)} ${e}`, zt = {
	brightness: (e, t) => K(e, Math.round(t / 255 * 100)),
	brightness_pct: Z,
	brightness_step_pct: Z,
	humidity: Z,
	percentage: Z,
	position: Z,
	tilt_position: Z,
	volume_level: (e, t) => K(e, Math.round(t * 100)),
	color_temp_kelvin: Rt("K"),
	kelvin: Rt("K"),
	transition: q,
	duration: q
}, Bt = /^(target_)?temp(erature)?(_high|_low)?$/, Vt = (e, t) => Object.entries(t ?? {}).filter(([, e]) => e !== null).map(([t, n]) => ({
	name: W(t.replace(/_pct$/, "").replaceAll("_", " ")),
	value: W(Ht(e, t, n)),
	later: Ut(n)
})), Ht = (e, t, n) => typeof n == "number" ? Bt.test(t) ? `${G(e, n)} ${e.config.unit_system?.temperature ?? "°"}` : Object.hasOwn(zt, t) ? zt[t]?.(e, n) ?? "" : G(e, n) : Array.isArray(n) && n.every((e) => typeof e != "object") ? n.join(", ") : kt(n), Ut = (e) => typeof e == "string" ? /\{\{|\{%/.test(e) : typeof e != "object" || !e ? !1 : Object.values(e).some(Ut), Wt = 12, Gt = class extends V {
	constructor(...e) {
		super(...e), this.touches = [];
	}
	static {
		this.styles = [L, o`
      li {
        padding: 6px 0;
      }
      li.bad {
        padding-left: 8px;
      }
      li.inside {
        margin-inline-start: 16px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        margin: 4px 0;
      }
      dl div {
        max-width: 100%;
        padding: 1px 8px;
        border-radius: 6px;
        background: var(--secondary-background-color, #eee);
        font-size: 0.9rem;
      }
      dt,
      dd {
        display: inline;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        white-space: pre-wrap;
      }
      dd code {
        font-size: 0.85rem;
      }
    `];
	}
	render() {
		return T`<ul>
      ${this.touches.map((e) => this.touch(e))}
    </ul>`;
	}
	touch(e) {
		let t = e.risk === "critical" || e.risk === "high", n = Vt(this.hass, e.data), r = e.templated === !0 || n.some((e) => e.later);
		return T`<li class="${t ? "bad" : ""} ${e.opened_from ? "inside" : ""}">
      <strong title=${e.action}>${Ot(e.tool ?? e.action)}</strong>
      ${this.targets(e)}
      ${e.opened_from ? T`<span class="quiet">
            ${this.t("approval.from", { source: W(J(this.hass, e.opened_from)) })}
          </span>` : D}
      ${n.length ? T`<dl>${n.map((e) => this.parameter(e))}</dl>` : T`<br />`}
      ${r ? T`<small class="quiet">${this.t("approval.later")}</small><br />` : D}
      <small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
      ${e.reversible ? D : T`<small class="quiet">· ${this.t("reversible.no")}</small>`}
    </li>`;
	}
	targets(e) {
		if (e.everything) return T`– ${this.t("approval.everything")}`;
		if (!e.entity_ids.length) return D;
		let t = e.entity_ids.slice(0, Wt), n = t.map((e) => W(J(this.hass, e))).join(", "), r = e.entity_ids.length - t.length;
		return T`– <bdi title=${e.entity_ids.join(", ")}>${n}</bdi>
      ${r > 0 ? this.t("approval.more", { count: r }) : D}`;
	}
	parameter(e) {
		return T`<div>
      <dt><bdi>${e.name}</bdi></dt>
      <dd>${e.later ? T`<code><bdi>${e.value}</bdi></code>` : T`<bdi>${e.value}</bdi>`}</dd>
    </div>`;
	}
};
B([P({ attribute: !1 })], Gt.prototype, "touches", void 0), Gt = B([N("action-engine-touches")], Gt);
// src/components/approval-card.ts
var Q = class extends V {
	constructor(...e) {
		super(...e), this.policyName = "", this.now = 0, this.tell = (e) => {
			let { detail: t } = e;
			this.dispatchEvent(new CustomEvent("answered", { detail: t }));
		};
	}
	static {
		this.styles = [L, o`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        min-width: 0;
        max-height: 6em;
        margin: 0;
        overflow: auto;
      }
      .left {
        height: 4px;
        margin: 8px 0;
        border-radius: 2px;
        background: var(--divider-color, #ddd);
      }
      .left div {
        height: 100%;
        border-radius: 2px;
        background: var(--primary-color, #03a9f4);
      }
      .left.short div {
        background: var(--error-color, #db4437);
      }
      blockquote {
        max-height: 12em;
        overflow: auto;
      }
    `];
	}
	render() {
		let e = this.approval, { impact: t } = e.verdict;
		return T`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name"><bdi>${W(e.name)}</bdi></h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? T`<span class="badge">${this.word("reversible", t.reversible)}</span>` : D}
      </header>
      <p class="quiet">${this.asked()}</p>
      <p class="quiet">
        <span role="timer">${this.time()}</span>
        ${t?.expected_seconds == null ? D : T`· ${this.t("approval.takes", { time: q(this.hass, t.expected_seconds) })}`}
        ${e.needed > 1 ? T`· ${this.agreed()}` : D}
      </p>
      ${this.bar()}
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? T`<action-engine-touches
            .hass=${this.hass}
            .touches=${t.steps}
          ></action-engine-touches>` : T`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => T`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()}
      <action-engine-answers
        .hass=${this.hass}
        .approval=${e}
        .hasCode=${this.hasCode}
        @answered=${this.tell}
      ></action-engine-answers>
      <p>
        <a href=${Ue(e.execution_id)} @click=${Be}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	asked() {
		let e = this.policyName || this.approval.policy, t = Nt(this.hass, this.approval.asker), n = this.approval.asker?.kind;
		return T`${t === null ? D : T`${this.t("approval.asker")} <bdi>${t}</bdi>
            ${n ? T`(${this.word("asker", n)})` : D} · `}${this.t("approval.policy", { policy: e })}`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: Tt(this.hass, this.approval.expires, this.now) });
	}
	bar() {
		let [e, t] = [Date.parse(this.approval.asked), Date.parse(this.approval.expires)], n = Math.min(Math.max((t - this.now) / Math.max(t - e, 1), 0), 1);
		return T`<div class="left ${n < .1 ? "short" : ""}" aria-hidden="true">
      <div style="width:${n * 100}%"></div>
    </div>`;
	}
	agreed() {
		let { agreed: e, needed: t, names: n } = this.approval, r = e.map((e) => n?.[e] ?? "").filter(Boolean), i = this.t("approval.agreed", {
			agreed: G(this.hass, e.length),
			needed: G(this.hass, t)
		});
		return r.length ? `${i}: ${W(r.join(", "))}` : i;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? T`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => T`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote><bdi>${this.quote(e, t)}</bdi></blockquote>`)}` : D;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? K(this.hass, t * 100) : W(kt(t));
	}
};
B([P({ attribute: !1 })], Q.prototype, "approval", void 0), B([P()], Q.prototype, "policyName", void 0), B([P({ attribute: !1 })], Q.prototype, "hasCode", void 0), B([P({ type: Number })], Q.prototype, "now", void 0), Q = B([N("action-engine-approval")], Q);
// src/types/execution.ts
var Kt = [
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused",
	"success",
	"failed",
	"cancelled",
	"unknown",
	"denied",
	"rejected",
	"expired",
	"rolling_back",
	"rolled_back"
], qt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), Jt = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), Yt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying"
]), Xt = /* @__PURE__ */ new Set([
	"success",
	"failed",
	"cancelled",
	"denied",
	"rejected",
	"expired",
	"rolled_back"
]), Zt = /* @__PURE__ */ new Set(["success", "failed"]), Qt = [
	"user",
	"automation",
	"script",
	"agent"
], $ = class extends M {
	constructor(...e) {
		super(...e), this.heading = "", this.yes = "", this.no = "", this.empty = !1, this.close = () => {
			this.dialog.close();
		}, this.confirm = () => {
			this.dialog.close(), this.dispatchEvent(new CustomEvent("confirmed"));
		};
	}
	static {
		this.styles = [L, o`
      :host {
        display: contents;
      }
    `];
	}
	open() {
		this.dialog.showModal();
	}
	render() {
		return T`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions">
        <button @click=${this.close}>${this.no}</button>
        <button class="danger" ?hidden=${this.empty} @click=${this.confirm}>
          ${this.yes}
        </button>
      </div>
    </dialog>`;
	}
};
B([P()], $.prototype, "heading", void 0), B([P()], $.prototype, "yes", void 0), B([P()], $.prototype, "no", void 0), B([P({ type: Boolean })], $.prototype, "empty", void 0), B([I("dialog")], $.prototype, "dialog", void 0), $ = B([N("action-engine-confirm")], $);
export { o as $, $e as A, He as B, ct as C, it as D, at as E, Je as F, I as G, Be as H, Ge as I, N as J, F as K, R as L, Ze as M, tt as N, rt as O, nt as P, xe as Q, We as R, B as S, ot as T, ze as U, Ue as V, Ve as W, E as X, D as Y, T as Z, W as _, Xt as a, ft as b, Mt as c, J as d, Et as f, Tt as g, kt as h, Yt as i, Qe as j, et as k, Ot as l, K as m, Jt as n, Kt as o, G as p, P as q, qt as r, Zt as s, Qt as t, q as u, xt as v, lt as w, V as x, dt as y, L as z };
