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
var oe = globalThis, se = (e) => e, v = oe.trustedTypes, ce = v ? v.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, le = "$lit$", y = `lit$${Math.random().toFixed(9).slice(2)}$`, ue = "?" + y, de = `<${ue}>`, b = document, x = () => b.createComment(""), S = (e) => e === null || typeof e != "object" && typeof e != "function", fe = Array.isArray, pe = (e) => fe(e) || typeof e?.[Symbol.iterator] == "function", me = "[ 	\n\f\r]", C = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, he = /-->/g, ge = />/g, w = RegExp(`>|${me}(?:([^\\s"'>=/]+)(${me}*=${me}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), _e = /'/g, ve = /"/g, ye = /^(?:script|style|textarea|title)$/i, T = ((e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}))(1), E = Symbol.for("lit-noChange"), D = Symbol.for("lit-nothing"), be = /* @__PURE__ */ new WeakMap(), O = b.createTreeWalker(b, 129);
function xe(e, t) {
	if (!fe(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ce === void 0 ? t : ce.createHTML(t);
}
var Se = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = C;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === C ? c[1] === "!--" ? o = he : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = w) : (ye.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = w) : o = ge : o === w ? c[0] === ">" ? (o = i ?? C, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? w : c[3] === "\"" ? ve : _e) : o === ve || o === _e ? o = w : o === he || o === ge ? o = C : (o = w, i = void 0);
		let d = o === w && e[t + 1].startsWith("/>") ? " " : "";
		a += o === C ? n + de : l >= 0 ? (r.push(s), n.slice(0, l) + le + n.slice(l) + y + d) : n + y + (l === -2 ? t : d);
	}
	return [xe(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, Ce = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = Se(t, n);
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
						ctor: r[1] === "." ? Te : r[1] === "?" ? Ee : r[1] === "@" ? De : j
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
var we = class {
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
				s.type === 2 ? t = new A(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Oe(i, this, e)), this._$AV.push(t), s = n[++o];
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
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = Ce.createElement(xe(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new we(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = be.get(e.strings);
		return t === void 0 && be.set(e.strings, t = new Ce(e)), t;
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
}, Te = class extends j {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === D ? void 0 : e;
	}
}, Ee = class extends j {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== D);
	}
}, De = class extends j {
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
}, Oe = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		k(this, e);
	}
}, ke = {
	M: le,
	P: y,
	A: ue,
	C: 1,
	L: Se,
	R: we,
	D: pe,
	V: k,
	I: A,
	H: j,
	N: Ee,
	U: De,
	B: Te,
	F: Oe
}, Ae = oe.litHtmlPolyfillSupport;
Ae?.(Ce, A), (oe.litHtmlVersions ??= []).push("3.3.3");
var je = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new A(t.insertBefore(x(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Me = globalThis, M = class extends _ {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = je(t, this.renderRoot, this.renderOptions);
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
M._$litElement$ = !0, M.finalized = !0, Me.litElementHydrateSupport?.({ LitElement: M });
var Ne = Me.litElementPolyfillSupport;
Ne?.({ LitElement: M }), (Me.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var N = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, Pe = {
	attribute: !0,
	type: String,
	converter: g,
	reflect: !1,
	hasChanged: ie
}, Fe = (e = Pe, t, n) => {
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
	return (t, n) => typeof n == "object" ? Fe(e, t, n) : ((e, t, n) => {
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
var Ie = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function Le(e, t) {
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
			return Ie(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Ie(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var Re = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, I = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), Re(t.pathname));
}, L = "/action-engine", R = (e) => `${L}/executions/${encodeURIComponent(e)}`, z = o`
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
`, B = (e, t, n = {}) => e.callWS({
	...n,
	type: `action_engine/${t}`
}), ze = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), Be = async (e) => (await B(e, "list_approvals")).approvals, Ve = (e, t, n) => B(e, "approve", {
	...n,
	approval_id: t
}), He = (e, t, n) => B(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Ue = async (e) => (await B(e, "executions")).executions, We = (e, t) => B(e, "list_executions", t), Ge = (e, t) => B(e, "get_execution", { execution_id: t }), Ke = (e, t) => B(e, "cancel", { execution_id: t }), qe = (e, t) => B(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), Je = (e, t) => B(e, "rollback", {
	execution_id: t,
	wait: !1
}), Ye = (e) => B(e, "settings"), Xe = (e) => e.callService("action_engine", "panic_stop"), Ze = (e) => e.callService("action_engine", "lift_panic"), Qe = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }), V = {
	title: "Action Engine",
	menu: "Open the sidebar",
	"nav.label": "Views",
	"nav.overview": "Overview",
	"nav.approvals": "Approvals",
	"nav.executions": "Executions",
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
	"left.none": "No limit",
	"engine.disabled": "The engine is switched off: nothing new is let in.",
	running: "Running now",
	"running.none": "Nothing is running.",
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
	"step.status.started": "Running",
	"step.status.attempt_failed": "An attempt failed",
	"step.status.waiting": "Waiting",
	"step.status.succeeded": "Done",
	"step.status.failed": "Failed",
	"step.status.skipped": "Skipped",
	"step.status.fallback": "Fallback was done",
	"step.status.stopped": "Stopped",
	"undo.title": "Undo “{name}”?",
	"undo.nothing": "There is nothing to set back.",
	"undo.yes": "Undo it",
	"undo.what.will": "Will be set back",
	"undo.what.nothing": "Is as it was",
	"undo.what.skipped": "Left alone: changed since",
	"undo.what.asks": "Asks: changed since"
}, $e = { en: V }, et = (e, t, n = {}) => (($e[e] ?? $e[e.split("-")[0] ?? ""] ?? V)[t] ?? V[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), tt = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in V ? et(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function H(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var U = class extends M {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return et(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return tt(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: ze(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: ze(e) });
		}
	}
};
H([P({ attribute: !1 })], U.prototype, "hass", void 0), H([F()], U.prototype, "problem", void 0), H([F()], U.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var nt = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, rt = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), it = class {
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
}, { I: at } = ke, ot = (e) => e, st = () => document.createComment(""), W = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new at(r.insertBefore(st(), i), r.insertBefore(st(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = ot(e).nextSibling;
				ot(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, G = (e, t, n = e) => (e._$AI(t, n), e), ct = {}, lt = (e, t = ct) => e._$AH = t, ut = (e) => e._$AH, dt = (e) => {
	e._$AR(), e._$AA.remove();
}, ft = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, pt = rt(class extends it {
	constructor(e) {
		if (super(e), e.type !== nt.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = ut(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = G(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = G(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = G(i[d], a[m]), W(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = G(i[f], a[p]), W(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = ft(o, p, m), u = ft(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = W(e, i[d]);
					G(t, a[p]), c[p] = t;
				} else c[p] = G(n, a[p]), W(e, i[d], n), i[t] = null;
				p++;
			} else dt(i[f]), f--;
		} else dt(i[d]), d++;
		for (; p <= m;) {
			let t = W(e, c[m + 1]);
			G(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && dt(e);
		}
		return this.ut = o, lt(e, c), E;
	}
}), mt = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, K = (e, t, n = {}) => new Intl.NumberFormat(mt(e), n).format(t), ht = (e, t) => K(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), q = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return K(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, gt = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return q(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, _t = (e, t) => {
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
}, vt = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), yt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return vt(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${vt(e.slice(0, t))}: ${n}`;
}, bt = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), xt = [
	15,
	60,
	480
], Y = class extends U {
	constructor(...e) {
		super(...e), this.policyName = "", this.now = 0, this.code = "", this.reason = "", this.minutes = 0, this.setCode = (e) => {
			this.code = e.target.value;
		}, this.setReason = (e) => {
			this.reason = e.target.value;
		}, this.setMinutes = (e) => {
			this.minutes = Number(e.target.value);
		}, this.approve = async () => {
			let e = {
				...this.code ? { code: this.code } : {},
				...this.minutes ? { similar_for: this.minutes * 60 } : {}
			};
			await this.answer(() => Ve(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => He(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => Ke(this.hass, this.approval.execution_id));
	}
	static {
		this.styles = [z, o`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
      .what li {
        padding: 4px 0;
      }
      .what li.bad {
        padding-left: 8px;
      }
    `];
	}
	render() {
		let e = this.approval, { impact: t } = e.verdict;
		return T`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${e.name}</h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? T`<span class="badge">${this.word("reversible", t.reversible)}</span>` : D}
      </header>
      <p class="quiet">
        ${this.t("approval.policy", { policy: this.policyName || e.policy })} ·
        <span role="timer">${this.time()}</span>
        ${e.needed > 1 ? T` · ${this.agreed()}` : D}
      </p>
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? T`<ul class="what">${t.steps.map((e) => this.touch(e))}</ul>` : T`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => T`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()} ${this.answers()}
      ${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}
      <p>
        <a href=${R(e.execution_id)} @click=${I}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: gt(this.hass, this.approval.expires, this.now) });
	}
	agreed() {
		return this.t("approval.agreed", {
			agreed: K(this.hass, this.approval.agreed.length),
			needed: K(this.hass, this.approval.needed)
		});
	}
	touch(e) {
		let t = e.everything ? this.t("approval.everything") : e.entity_ids.map((e) => J(this.hass, e)).join(", ");
		return T`<li class=${e.risk === "critical" || e.risk === "high" ? "bad" : ""}>
      <strong title=${e.action}>${yt(e.tool ?? e.action)}</strong>
      ${t ? T`– <span title=${e.entity_ids.join(", ")}>${t}</span>` : D}
      ${e.opened_from ? T`<span class="quiet">
            ${this.t("approval.from", { source: J(this.hass, e.opened_from) })}
          </span>` : D}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? T`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => T`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote>${this.quote(e, t)}</blockquote>`)}` : D;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? ht(this.hass, t * 100) : bt(t);
	}
	answers() {
		if (!this.approval.may_answer) return T`<div class="actions">
        <span class="quiet">${this.t("approval.not_you")}</span>
        <button ?disabled=${this.busy} @click=${this.withdraw}>
          ${this.t("approval.withdraw")}
        </button>
      </div>`;
		let e = this.approval.risk === "critical";
		return T`${e && this.hasCode !== !1 ? this.codeField() : D}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? D : this.similarField()}
      </div>
      <div class="actions">
        <label>
          ${this.t("approval.reason")}
          <input maxlength="255" .value=${this.reason} @input=${this.setReason} />
        </label>
        <button class="danger" ?disabled=${this.busy} @click=${this.reject}>
          ${this.t("approval.reject")}
        </button>
      </div>`;
	}
	codeField() {
		let e = K(this.hass, this.approval.needed);
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
        ${xt.map((e) => T`<option value=${e}>
            ${K(this.hass, e < 60 ? e : e / 60, {
			style: "unit",
			unit: e < 60 ? "minute" : "hour",
			unitDisplay: "long"
		})}
          </option>`)}
      </select>
    </label>`;
	}
	async answer(e) {
		await this.attempt(e) && this.dispatchEvent(new CustomEvent("answered"));
	}
};
H([P({ attribute: !1 })], Y.prototype, "approval", void 0), H([P()], Y.prototype, "policyName", void 0), H([P({ attribute: !1 })], Y.prototype, "hasCode", void 0), H([P({ type: Number })], Y.prototype, "now", void 0), H([F()], Y.prototype, "code", void 0), H([F()], Y.prototype, "reason", void 0), H([F()], Y.prototype, "minutes", void 0), Y = H([N("action-engine-approval")], Y);
// src/live.ts
var St = 300, Ct = 3e3, wt = class {
	constructor(e, t, n, r = () => !0) {
		this.host = e, this.streams = t, this.load = n, this.concerns = r, this.unsubscribe = [], this.timers = /* @__PURE__ */ new Set(), this.gathering = !1, this.life = 0, e.addController(this);
	}
	hostConnected() {
		this.life += 1, this.host.updateComplete.then(() => {
			this.begin(this.life);
		});
	}
	hostDisconnected() {
		this.life += 1;
		for (let e of this.timers) clearTimeout(e);
		this.timers.clear(), this.gathering = !1;
		for (let e of this.unsubscribe.splice(0)) e();
	}
	begin(e) {
		if (e !== this.life) return;
		let { connection: t } = this.host.hass, n = () => void this.load();
		t.addEventListener("ready", n), this.unsubscribe.push(() => {
			t.removeEventListener("ready", n);
		});
		for (let t of this.streams) this.follow(t, e);
		this.load();
	}
	async follow(e, t) {
		try {
			let n = await Qe(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), r = () => void n().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(r) : r();
		} catch {
			this.later(Ct, t, () => void this.follow(e, t));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(Ct, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(St, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, Tt = class extends U {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.settings = null, this.live = new wt(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([Be(this.hass), Ye(this.hass)]);
			this.settings = t, this.approvals = e;
		});
	}
	static {
		this.styles = [z, o`
      .cards {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
    `];
	}
	connectedCallback() {
		super.connectedCallback(), this.clock = setInterval(() => this.now = Date.now(), 1e3);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), clearInterval(this.clock);
	}
	render() {
		return T`${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}
      <div role="status" class="quiet">${this.standing()}</div>
      <div class="cards">
        ${pt(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
      </div>`;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return T`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.load}
    ></action-engine-approval>`;
	}
};
H([F()], Tt.prototype, "approvals", void 0), H([F()], Tt.prototype, "now", void 0), Tt = H([N("action-engine-approvals")], Tt);
// src/components/confirm-dialog.ts
var X = class extends M {
	constructor(...e) {
		super(...e), this.heading = "", this.yes = "", this.no = "", this.empty = !1, this.close = () => {
			this.dialog.close();
		}, this.confirm = () => {
			this.dialog.close(), this.dispatchEvent(new CustomEvent("confirmed"));
		};
	}
	static {
		this.styles = [z, o`
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
H([P()], X.prototype, "heading", void 0), H([P()], X.prototype, "yes", void 0), H([P()], X.prototype, "no", void 0), H([P({ type: Boolean })], X.prototype, "empty", void 0), H([Le("dialog")], X.prototype, "dialog", void 0), X = H([N("action-engine-confirm")], X);
// src/bars.ts
var Et = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken",
	waiting: "waiting"
}, Z = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), Dt = (e, t) => {
	let n = /* @__PURE__ */ new Map(), r = /* @__PURE__ */ new Map();
	for (let t of e.timeline) n.has(t.path) || n.set(t.path, t), t.kind === "intent" && !r.has(t.path) && r.set(t.path, t.data);
	let i = Z(e.started ?? e.created), a = e.ended === null ? t : Z(e.ended), o = Ot(e), s = Math.max(a - i, 1e-4);
	return {
		bars: o.map((e) => {
			let t = n.get(e.path)?.at, a = t === void 0 ? null : Math.min(Math.max(Z(t) - i, 0), s);
			return {
				step: e,
				sent: At(r.get(e.path)),
				segments: a === null ? [] : kt(e, a, s)
			};
		}),
		seconds: s
	};
}, Ot = (e) => {
	if (e.steps?.length) return e.steps;
	let t = /* @__PURE__ */ new Map();
	for (let n of e.timeline) {
		let r = jt(n.data);
		n.kind === "intent" && r && !t.has(n.path) && t.set(n.path, {
			path: n.path,
			action: `${String(r.domain)}.${String(r.service)}`,
			status: "started",
			duration: 0,
			targets: Array.isArray(r.targets) ? r.targets.map(String) : []
		});
		let i = t.get(n.path);
		if (i && (n.kind === "result" || n.kind === "raised")) {
			let t = e.timeline.find((e) => e.path === n.path);
			i.status = n.kind === "result" ? "succeeded" : "failed", i.duration = t ? Z(n.at) - Z(t.at) : 0;
		}
	}
	return [...t.values()];
}, kt = (e, t, n) => {
	let r = !(e.status in Et), i = r ? n - t : e.duration, a = [], o = t, s = (e, r) => {
		let s = Math.min(r, t + i - o, n - o);
		s < 0 || (a.push({
			part: e,
			start: o / n,
			length: s / n
		}), o += s);
	};
	for (let t of e.failures ?? []) s("failed", t.duration), t.delay !== null && s("waiting", t.delay);
	return s(r ? "running" : Et[e.status] ?? "done", t + i - o), a;
}, At = (e) => jt(e)?.data ?? null, jt = (e) => typeof e == "object" && e ? e : null, Mt = class extends U {
	static {
		this.styles = [z, o`
      summary {
        cursor: pointer;
        padding: 8px 0;
        display: grid;
        grid-template-columns: minmax(10em, 1fr) minmax(8em, 2fr);
        gap: 4px 16px;
        align-items: center;
      }
      @media (max-width: 600px) {
        summary {
          grid-template-columns: 1fr;
        }
      }
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      .axis {
        position: relative;
        height: 16px;
        background: var(--divider-color, #ddd);
        border-radius: 4px;
      }
      .axis span {
        position: absolute;
        top: 0;
        height: 100%;
        min-width: 3px;
        border-radius: 3px;
      }
      .done {
        background: var(--success-color, #43a047);
      }
      .failed,
      .broken {
        background: var(--error-color, #db4437);
      }
      .waiting {
        background: repeating-linear-gradient(
          45deg,
          var(--warning-color, #ffa600) 0 4px,
          transparent 4px 8px
        );
      }
      .running {
        background: var(--primary-color, #03a9f4);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(6em, max-content) 1fr;
        gap: 4px 16px;
        margin: 0 0 16px;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        min-width: 0;
      }
    `];
	}
	render() {
		let { bars: e, seconds: t } = Dt(this.account, Date.now() / 1e3), n = this.account.steps_omitted ?? 0;
		return e.length ? T`${e.map((e) => this.step(e))}
      <p class="quiet">0 – ${q(this.hass, t)}</p>
      ${n ? T`<p>${this.t("execution.omitted", { count: K(this.hass, n) })}</p>` : D}` : T`<p class="quiet">${this.t("execution.no_steps")}</p>`;
	}
	step(e) {
		let { step: t } = e, n = t.attempts ?? 0;
		return T`<details>
      <summary>
        <span>
          ${t.alias ?? yt(t.action)}<br />
          <small class="quiet">
            ${this.word("step.status", t.status)} · ${q(this.hass, t.duration)}
            ${n > 1 ? T`· ${this.t("step.attempts", { count: K(this.hass, n) })}` : D}
          </small>
        </span>
        <span class="axis" aria-hidden="true">${e.segments.map(Nt)}</span>
      </summary>
      <dl>
        ${this.row("step.targets", this.names(t.targets))}
        ${this.row("step.sent", e.sent)} ${this.row("step.response", t.response)}
        ${this.row("step.expected", t.expected)} ${this.row("step.seen", this.seen(t.seen))}
        ${this.row("step.failures", this.failures(t.failures))}
        ${this.row("step.error", t.error)} ${this.row("step.note", t.note)}
      </dl>
    </details>`;
	}
	row(e, t) {
		return t == null ? D : T`<dt>${this.t(e)}</dt>
      <dd><pre>${bt(t)}</pre></dd>`;
	}
	names(e = []) {
		return e.map((e) => J(this.hass, e)).join(", ") || null;
	}
	seen(e) {
		return e === void 0 ? null : this.t(e ? "step.seen_yes" : "step.seen_no");
	}
	failures(e = []) {
		return e.map((e, t) => {
			let n = this.names(e.targets), r = q(this.hass, e.duration);
			return `${t + 1}. ${e.error} (${r})${n ? ` – ${n}` : ""}`;
		}).join("\n") || null;
	}
};
H([P({ attribute: !1 })], Mt.prototype, "account", void 0), Mt = H([N("action-engine-steps")], Mt);
var Nt = ({ part: e, start: t, length: n }) => T`<span class=${e} style="left:${t * 100}%;width:${n * 100}%"></span>`, Pt = [
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
], Ft = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), It = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), Lt = /* @__PURE__ */ new Set(["success", "failed"]), Q = class extends U {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.preview = null, this.live = new wt(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => Ke(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let e = await this.attempt(async () => {
				this.preview = await qe(this.hass, this.executionId);
			});
			await this.updateComplete, e && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await Je(this.hass, this.executionId);
			e ? Re(R(e)) : await this.load();
		});
	}
	static {
		this.styles = [z, o`
      .card {
        margin: 16px 0;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `];
	}
	updated(e) {
		e.get("executionId") && (this.account = null, this.load());
	}
	load() {
		let e = this.executionId;
		return this.fetching(async () => {
			let t = await Ge(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return T`<a href="${L}/executions" @click=${I}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}
      ${this.account === null ? T`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return T`<section class="card">
        <header>
          <h2>${e.name}</h2>
          <span class="badge" role="status">${this.word("state", e.state)}</span>
        </header>
        <p class="quiet">
          ${_t(this.hass, e.created)}
          ${e.duration === null ? D : T`· ${q(this.hass, e.duration)}`}
          ${e.origin ? T`· ${J(this.hass, e.origin)}` : D}
        </p>
        ${e.final_answer ? T`<p>${e.final_answer}</p>` : D}
        ${e.error_message ? T`<p class="problem">${e.error_message}</p>` : D}
        ${e.undo_of ? T`<p>
              <a href=${R(e.undo_of)} @click=${I}>
                ${this.t("execution.undo_of")}
              </a>
            </p>` : D}
        ${this.buttons(e)}
      </section>
      ${this.verdict(e)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">${this.t("execution.steps")}</h2>
        <action-engine-steps .hass=${this.hass} .account=${e}></action-engine-steps>
      </section>
      ${this.dialog(e)}`;
	}
	buttons(e) {
		return T`<div class="actions">
      ${It.has(e.state) ? T`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : D}
      ${Lt.has(e.state) ? T`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>` : D}
    </div>`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return t?.decision ? T`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => T`<li>${e.text}</li>`)}
      </ul>
    </section>` : D;
	}
	dialog(e) {
		let t = this.preview?.items ?? [], n = t.some((e) => e.what === "will");
		return T`<action-engine-confirm
      heading=${this.t("undo.title", { name: e.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!n}
      @confirmed=${this.undo}
    >
      ${n ? D : T`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${t.map((e) => this.item(e))}
      </ul>
    </action-engine-confirm>`;
	}
	item(e) {
		return T`<li>
      <strong>${e.entity_id ? J(this.hass, e.entity_id) : e.path}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
H([P()], Q.prototype, "executionId", void 0), H([F()], Q.prototype, "account", void 0), H([F()], Q.prototype, "preview", void 0), H([Le("action-engine-confirm")], Q.prototype, "confirm", void 0), Q = H([N("action-engine-execution")], Q);
// src/views/executions-view.ts
var Rt = 25, zt = 500, Bt = class extends U {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new wt(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
			e.preventDefault();
			let t = new FormData(e.currentTarget), n = (e) => t.get(e).trim(), [r, i] = [n("state"), n("policy")], [a, o] = [n("entity_id"), n("action")];
			this.filter = {
				...r ? { states: [r] } : {},
				...i ? { policy: i } : {},
				...a ? { entity_id: a } : {},
				...o ? { action: o } : {}
			}, this.rows = null, this.next = null, this.load();
		}, this.older = () => this.attempt(async () => {
			let e = this.asked, t = {
				...this.filter,
				limit: Rt,
				before: this.next ?? ""
			}, n = await We(this.hass, t);
			e === this.asked && (this.rows = [...this.rows ?? [], ...n.executions], this.next = n.next);
		});
	}
	static {
		this.styles = [z, o`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: end;
        margin-bottom: 16px;
      }
      .line .badge {
        margin-inline-end: 8px;
      }
      .failed {
        border-color: var(--error-color, #db4437);
      }
    `];
	}
	load() {
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, Rt), zt);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([We(this.hass, {
				...this.filter,
				limit: t
			}), Ye(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return T`${this.form()}
      ${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}
      ${this.rows?.length ? T`<ul class="card">
            ${pt(this.rows, (e) => e.execution_id, (e) => this.row(e))}
          </ul>` : T`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next ? T`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : D}`;
	}
	standing() {
		return this.rows === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	form() {
		return T`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${Pt.map((e) => T`<option value=${e}>${this.word("state", e)}</option>`)}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map((e) => T`<option value=${e.policy_id}>${e.name}</option>`)}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
	}
	row(e) {
		return T`<li>
      <div class="line">
        <span>
          <a href=${R(e.execution_id)} @click=${I}>${e.name}</a>
          ${e.error_message ? T`<br /><small class="quiet">${e.error_message}</small>` : D}
        </span>
        <span>
          <span class="badge ${e.state === "failed" || e.state === "unknown" ? "failed" : ""}">
            ${this.word("state", e.state)}
          </span>
          <small class="quiet">
            ${_t(this.hass, e.created)}
            ${e.duration === null ? D : q(this.hass, e.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
H([F()], Bt.prototype, "rows", void 0), H([F()], Bt.prototype, "policies", void 0), Bt = H([N("action-engine-executions")], Bt);
// src/views/overview-view.ts
var Vt = class extends U {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new wt(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => Xe(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => Ze(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [z, o`
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
      }
      .wide {
        grid-column: 1 / -1;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			let [e, t, n, r] = await Promise.all([
				Ye(this.hass),
				Ue(this.hass),
				Be(this.hass),
				We(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => Ft.has(e.state)).reverse(), a = n.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: a,
				failures: r.executions
			};
		});
	}
	render() {
		let e = this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D;
		if (this.seen === null) return T`${e}${this.problem ? D : T`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i } = this.seen, a = t.circuits?.filter((e) => e.state !== "closed");
		return T`${e}${this.alarms(t)}
      <div class="grid">
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        ${this.card("running", n.map((e) => this.runningLine(e)))}
        ${this.card("waiting", r ? [this.waitingLine(r)] : [])}
        ${a ? this.card("circuits", a.map((e) => this.circuit(e))) : D}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? D : this.panic()}
      </div>`;
	}
	alarms(e) {
		return T`${e.enabled ? D : T`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? T`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? T`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : D}
        </div>` : D}`;
	}
	card(e, t, n = "") {
		return T`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? T`<ul>${t.map((e) => T`<li>${e}</li>`)}</ul>` : T`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return T`<div class="line">
      <span>${e.name}<br /><small class="quiet">${this.left(e)}</small></span>
      <span class="badge">${this.status(e)}</span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = ht(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: K(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: K(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return T`<div class="line">
      <a href=${R(e.execution_id)} @click=${I}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return T`<div class="line">
      <a href="${L}/approvals" @click=${I}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${K(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return T`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: K(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return T`<div class="line">
      <span>
        <a href=${R(e.execution_id)} @click=${I}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${_t(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return T`<section class="card wide">
        <p>${this.t("panic.what")}</p>
        <div class="actions">
          <button class="danger" ?disabled=${this.busy} @click=${this.askPanic}>
            ${this.t("panic")}
          </button>
        </div>
      </section>
      <action-engine-confirm
        heading=${this.t("panic.ask")}
        yes=${this.t("panic.yes")}
        no=${this.t("back")}
        @confirmed=${this.stopAll}
      >
        <p>${this.t("panic.what")}</p>
      </action-engine-confirm>`;
	}
};
H([F()], Vt.prototype, "seen", void 0), H([Le("action-engine-confirm")], Vt.prototype, "confirm", void 0), Vt = H([N("action-engine-overview")], Vt);
// src/views.ts
var Ht = {
	overview: (e) => T`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => T`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? T`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : T`<action-engine-executions .hass=${e}></action-engine-executions>`
}, Ut = Object.keys(Ht), Wt = "M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z", $ = class extends U {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [z, o`
      :host {
        min-height: 100vh;
        background: var(--primary-background-color, #fafafa);
        font-family: var(--ha-font-family-body, Roboto, sans-serif);
      }
      .bar {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        align-items: stretch;
        gap: 0 24px;
        padding: env(safe-area-inset-top) 16px 0;
        background: var(--app-header-background-color, var(--primary-color, #03a9f4));
        color: var(--app-header-text-color, #fff);
        border-bottom: var(--app-header-border-bottom, none);
      }
      .bar button {
        border: none;
        background: none;
        color: inherit;
        width: 48px;
        margin-inline: -12px -16px;
        padding: 12px;
      }
      .bar svg {
        display: block;
        fill: currentColor;
      }
      h1 {
        display: flex;
        align-items: center;
        min-height: calc(var(--header-height, 56px) - 1px);
        font-size: var(--ha-font-size-xl, 20px);
        font-weight: 400;
        margin: 0;
      }
      nav {
        display: flex;
        overflow-x: auto;
        margin: 0 -16px;
        padding: 0 8px;
      }
      nav a {
        display: flex;
        align-items: center;
        min-height: 48px;
        padding: 2px 16px 0;
        color: inherit;
        font-weight: 500;
        text-decoration: none;
        white-space: nowrap;
        border-bottom: 2px solid transparent;
      }
      nav a[aria-current="page"] {
        border-color: currentColor;
      }
      .bar :focus-visible {
        outline-color: currentColor;
        outline-offset: -4px;
      }
      main {
        max-width: 1200px;
        margin: 0 auto;
        padding: 16px;
      }
    `];
	}
	render() {
		if (!this.hass) return D;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = Ut.find((t) => t === e) ?? "overview";
		return T`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? T`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d=${Wt} />
              </svg>
            </button>` : D}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${Ut.map((e) => T`<a
              href="${L}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${I}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${Ht[n](this.hass, decodeURIComponent(t))}</main>`;
	}
};
H([P({
	type: Boolean,
	reflect: !0
})], $.prototype, "narrow", void 0), H([P({ attribute: !1 })], $.prototype, "route", void 0), $ = H([N("action-engine-panel")], $);
export { $ as ActionEnginePanel };
