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
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: m } = Object, h = globalThis, ee = h.trustedTypes, te = ee ? ee.emptyScript : "", ne = h.reactiveElementPolyfillSupport, g = (e, t) => e, re = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? te : null;
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
	converter: re,
	reflect: !1,
	useDefault: !1,
	hasChanged: ie
};
Symbol.metadata ??= Symbol("metadata"), h.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
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
		if (this.hasOwnProperty(g("elementProperties"))) return;
		let e = m(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(g("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(g("properties"))) {
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
			let i = (n.converter?.toAttribute === void 0 ? re : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? re : e.converter;
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
_.elementStyles = [], _.shadowRootOptions = { mode: "open" }, _[g("elementProperties")] = /* @__PURE__ */ new Map(), _[g("finalized")] = /* @__PURE__ */ new Map(), ne?.({ ReactiveElement: _ }), (h.reactiveElementVersions ??= []).push("2.1.2");
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
						ctor: r[1] === "." ? Ee : r[1] === "?" ? De : r[1] === "@" ? Oe : A
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
				s.type === 2 ? t = new Te(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new ke(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = O.nextNode(), a++);
		}
		return O.currentNode = b, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, Te = class e {
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
}, A = class {
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
}, Ee = class extends A {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === D ? void 0 : e;
	}
}, De = class extends A {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== D);
	}
}, Oe = class extends A {
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
}, ke = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		k(this, e);
	}
}, Ae = {
	M: le,
	P: y,
	A: ue,
	C: 1,
	L: Se,
	R: we,
	D: pe,
	V: k,
	I: Te,
	H: A,
	N: De,
	U: Oe,
	B: Ee,
	F: ke
}, je = oe.litHtmlPolyfillSupport;
je?.(Ce, Te), (oe.litHtmlVersions ??= []).push("3.3.3");
var Me = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new Te(t.insertBefore(x(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Ne = globalThis, j = class extends _ {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Me(t, this.renderRoot, this.renderOptions);
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
j._$litElement$ = !0, j.finalized = !0, Ne.litElementHydrateSupport?.({ LitElement: j });
var Pe = Ne.litElementPolyfillSupport;
Pe?.({ LitElement: j }), (Ne.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var M = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, Fe = {
	attribute: !0,
	type: String,
	converter: re,
	reflect: !1,
	hasChanged: ie
}, Ie = (e = Fe, t, n) => {
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
function N(e) {
	return (t, n) => typeof n == "object" ? Ie(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function P(e) {
	return N({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var Le = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function Re(e, t) {
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
			return Le(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Le(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var ze = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, F = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), ze(t.pathname));
}, Be = "/action-engine", I = (e) => `${Be}/executions/${encodeURIComponent(e)}`, L = o`
  :host {
    display: block;
    color: var(--primary-text-color, #212121);
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2 {
    font-size: 1.1rem;
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
    color: var(--primary-color, #03a9f4);
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
    border: 1px solid currentColor;
    border-radius: 12px;
    padding: 1px 10px;
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
    min-height: 40px;
    padding: 4px 16px;
    border: 1px solid var(--primary-color, #03a9f4);
    border-radius: 20px;
    color: var(--primary-text-color, #212121);
    background: transparent;
    cursor: pointer;
  }
  button.main {
    background: var(--primary-color, #03a9f4);
    color: var(--text-primary-color, #fff);
  }
  button.danger {
    border-color: var(--error-color, #db4437);
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
    padding: 4px 8px;
    border: 1px solid var(--secondary-text-color, #666);
    border-radius: 8px;
    color: var(--primary-text-color, #212121);
    background: var(--card-background-color, #fff);
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 20em;
    overflow: auto;
    margin: 4px 0;
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
    border-radius: 16px;
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
}), Ve = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), He = async (e) => (await R(e, "list_approvals")).approvals, Ue = (e, t, n) => R(e, "approve", {
	...n,
	approval_id: t
}), We = (e, t, n) => R(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Ge = async (e) => (await R(e, "executions")).executions, Ke = (e, t) => R(e, "list_executions", t), qe = (e, t) => R(e, "get_execution", { execution_id: t }), Je = (e, t) => R(e, "cancel", { execution_id: t }), Ye = (e, t) => R(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), Xe = (e, t) => R(e, "rollback", {
	execution_id: t,
	wait: !1
}), Ze = (e) => R(e, "settings"), Qe = (e) => e.callService("action_engine", "panic_stop"), $e = (e) => e.callService("action_engine", "lift_panic"), et = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }), z = {
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
	"kind.graph": "As soon as possible",
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
	"undo.what.asks": "Asks: changed since"
}, tt = { en: z }, nt = (e, t, n = {}) => ((tt[e] ?? tt[e.split("-")[0] ?? ""] ?? z)[t] ?? z[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), rt = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in z ? nt(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function B(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var V = class extends j {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return nt(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return rt(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: Ve(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: Ve(e) });
		}
	}
};
B([N({ attribute: !1 })], V.prototype, "hass", void 0), B([P()], V.prototype, "problem", void 0), B([P()], V.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var it = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, at = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), ot = class {
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
}, { I: st } = Ae, ct = (e) => e, lt = () => document.createComment(""), H = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new st(r.insertBefore(lt(), i), r.insertBefore(lt(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = ct(e).nextSibling;
				ct(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, U = (e, t, n = e) => (e._$AI(t, n), e), ut = {}, dt = (e, t = ut) => e._$AH = t, ft = (e) => e._$AH, pt = (e) => {
	e._$AR(), e._$AA.remove();
}, mt = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, ht = at(class extends ot {
	constructor(e) {
		if (super(e), e.type !== it.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = ft(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = U(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = U(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = U(i[d], a[m]), H(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = U(i[f], a[p]), H(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = mt(o, p, m), u = mt(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = H(e, i[d]);
					U(t, a[p]), c[p] = t;
				} else c[p] = U(n, a[p]), H(e, i[d], n), i[t] = null;
				p++;
			} else pt(i[f]), f--;
		} else pt(i[d]), d++;
		for (; p <= m;) {
			let t = H(e, c[m + 1]);
			U(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && pt(e);
		}
		return this.ut = o, dt(e, c), E;
	}
}), gt = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, W = (e, t, n = {}) => new Intl.NumberFormat(gt(e), n).format(t), _t = (e, t) => W(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), G = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return W(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, vt = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return G(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, yt = (e, t) => {
	let { language: n, time_format: r, time_zone: i } = e.locale;
	return new Intl.DateTimeFormat(r === "system" ? void 0 : n, {
		dateStyle: "medium",
		timeStyle: "medium",
		...r === "12" ? { hour12: !0 } : {},
		...r === "24" ? { hour12: !1 } : {},
		...i === "server" ? { timeZone: e.config.time_zone } : {}
	}).format(new Date(t));
}, K = (e, t) => {
	let n = e.states[t]?.attributes.friendly_name;
	if (n === void 0) return t;
	let r = e.entities?.[t], i = e.devices?.[r?.device_id ?? ""], a = e.areas?.[r?.area_id ?? i?.area_id ?? ""]?.name;
	return a && !n.includes(a) ? `${n} (${a})` : n;
}, bt = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), xt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return bt(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${bt(e.slice(0, t))}: ${n}`;
}, St = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), Ct = [
	15,
	60,
	480
], q = class extends V {
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
			await this.answer(() => Ue(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => We(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => Je(this.hass, this.approval.execution_id));
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
        <a href=${I(e.execution_id)} @click=${F}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: vt(this.hass, this.approval.expires, this.now) });
	}
	agreed() {
		return this.t("approval.agreed", {
			agreed: W(this.hass, this.approval.agreed.length),
			needed: W(this.hass, this.approval.needed)
		});
	}
	touch(e) {
		let t = e.everything ? this.t("approval.everything") : e.entity_ids.map((e) => K(this.hass, e)).join(", ");
		return T`<li class=${e.risk === "critical" || e.risk === "high" ? "bad" : ""}>
      <strong title=${e.action}>${xt(e.tool ?? e.action)}</strong>
      ${t ? T`– <span title=${e.entity_ids.join(", ")}>${t}</span>` : D}
      ${e.opened_from ? T`<span class="quiet">
            ${this.t("approval.from", { source: K(this.hass, e.opened_from) })}
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
		return e === "confidence" && typeof t == "number" ? _t(this.hass, t * 100) : St(t);
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
		let e = W(this.hass, this.approval.needed);
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
        ${Ct.map((e) => T`<option value=${e}>
            ${W(this.hass, e < 60 ? e : e / 60, {
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
B([N({ attribute: !1 })], q.prototype, "approval", void 0), B([N()], q.prototype, "policyName", void 0), B([N({ attribute: !1 })], q.prototype, "hasCode", void 0), B([N({ type: Number })], q.prototype, "now", void 0), B([P()], q.prototype, "code", void 0), B([P()], q.prototype, "reason", void 0), B([P()], q.prototype, "minutes", void 0), q = B([M("action-engine-approval")], q);
// src/live.ts
var wt = 300, Tt = 3e3, J = class {
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
			let n = await et(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), r = () => void n().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(r) : r();
		} catch {
			this.later(Tt, t, () => void this.follow(e, t));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(Tt, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(wt, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, Et = class extends V {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.settings = null, this.live = new J(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([He(this.hass), Ze(this.hass)]);
			this.settings = t, this.approvals = e;
		});
	}
	static {
		this.styles = [L, o`
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
        ${ht(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
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
B([P()], Et.prototype, "approvals", void 0), B([P()], Et.prototype, "now", void 0), Et = B([M("action-engine-approvals")], Et);
// src/components/confirm-dialog.ts
var Y = class extends j {
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
B([N()], Y.prototype, "heading", void 0), B([N()], Y.prototype, "yes", void 0), B([N()], Y.prototype, "no", void 0), B([N({ type: Boolean })], Y.prototype, "empty", void 0), B([Re("dialog")], Y.prototype, "dialog", void 0), Y = B([M("action-engine-confirm")], Y);
// node_modules/lit-html/directives/guard.js
var Dt = {}, Ot = at(class extends ot {
	constructor() {
		super(...arguments), this.ot = Dt;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return E;
		} else if (this.ot === t) return E;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), X = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), kt = class {
	constructor(e, t, n) {
		this.isNeeded = t, this.tick = n, this.frame = 0, this.shown = 0, this.beat = (e) => {
			if (this.frame = 0, !this.isNeeded()) return;
			let t = At() ? 1e3 : 0;
			e - this.shown >= t && (this.shown = e, this.tick()), this.frame = requestAnimationFrame(this.beat);
		}, e.addController(this);
	}
	hostUpdated() {
		this.isNeeded() && !this.frame && (this.frame = requestAnimationFrame(this.beat));
	}
	hostDisconnected() {
		cancelAnimationFrame(this.frame), this.frame = 0;
	}
}, At = () => matchMedia("(prefers-reduced-motion: reduce)").matches, jt = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken"
}, Mt = (e) => e.status in jt, Nt = class {
	constructor(e) {
		this.timeline = e, this.firsts = /* @__PURE__ */ new Map(), this.intents = /* @__PURE__ */ new Map(), this.ends = /* @__PURE__ */ new Map();
		for (let t of e) this.firsts.has(t.path) || this.firsts.set(t.path, t), t.kind === "intent" && !this.intents.has(t.path) && this.intents.set(t.path, t), (t.kind === "result" || t.kind === "raised") && this.ends.set(t.path, t);
	}
}, Pt = (e, t = new Nt(e.timeline)) => {
	let n = X(e.started ?? e.created), r = e.ended === null ? null : Math.max(X(e.ended) - n, 1e-4), i = Ft(e, t), a = Lt(i, t);
	return {
		bars: i.map((e) => {
			let i = a.get(e.path), o = i === void 0 ? null : Math.max(i - n, 0);
			return {
				step: e,
				sent: Vt(t.intents.get(e.path)?.data),
				segments: o === null ? [] : Rt(e, Math.min(o, r ?? o))
			};
		}),
		begin: n,
		seconds: r
	};
}, Ft = (e, t) => {
	let n = e.steps ?? [], r = new Set(n.map((e) => e.path)), i = [];
	for (let [e, n] of t.intents) r.has(e) || i.push(It(e, n, t.ends.get(e)));
	return [...n, ...i];
}, It = (e, t, n) => {
	let r = Ht(t.data) ?? {}, i = r.targets;
	return {
		path: e,
		action: `${String(r.domain)}.${String(r.service)}`,
		status: n === void 0 ? "started" : n.kind === "result" ? "succeeded" : "failed",
		duration: n === void 0 ? 0 : X(n.at) - X(t.at),
		targets: Array.isArray(i) ? i.map(String) : []
	};
}, Lt = (e, t) => {
	let n = /* @__PURE__ */ new Map();
	for (let { path: r, began: i } of e) {
		let e = i ?? t.firsts.get(r)?.at;
		if (e === void 0) continue;
		let a = X(e);
		n.set(r, Math.min(a, n.get(r) ?? a));
		for (let e = r.lastIndexOf("/"); e > 0; e = r.lastIndexOf("/", e - 1)) {
			let t = r.slice(0, e);
			n.set(t, Math.min(a, n.get(t) ?? a));
		}
	}
	return n;
}, Rt = (e, t) => {
	let n = Mt(e), r = n ? t + e.duration : Infinity, i = [], a = t, o = (e, t) => {
		let o = t === null ? null : Math.min(t, r - a);
		o !== null && o < 0 || (i.push({
			part: e,
			start: a,
			length: o,
			open: !n
		}), a += o ?? 0);
	};
	for (let t of e.failures ?? []) o("failed", t.duration), t.delay !== null && o("waiting", t.delay);
	return n ? o(jt[e.status] ?? "done", r - a) : o(e.status === "waiting" ? "waiting" : "running", null), i;
}, zt = ({ start: e, length: t, open: n }) => {
	let r = Bt(e);
	if (!n && t !== null) return `left:calc(100%*${r}/var(--axis));width:calc(100%*${Bt(t)}/var(--axis))`;
	let i = `max(0,var(--now) - ${r})`;
	return `left:calc(100%*min(${r},var(--now))/var(--axis));width:calc(100%*${t === null ? i : `min(${Bt(t)},${i})`}/var(--axis))`;
}, Bt = (e) => e.toFixed(6), Vt = (e) => Ht(e)?.data ?? null, Ht = (e) => typeof e == "object" && e ? e : null, Ut = (e, t = []) => t.map((t) => K(e, t)).join(", ") || null, Wt = (e, t = []) => t.map((t, n) => {
	let r = Ut(e, t.targets), i = G(e, t.duration);
	return `${n + 1}. ${t.error} (${i})${r ? ` – ${r}` : ""}`;
}).join("\n") || null, Gt = (e, { step: t, sent: n }) => {
	let r = (t) => nt(e.locale.language, t), i = (e, t) => t == null ? D : T`<dt>${r(e)}</dt>
          <dd><pre>${St(t)}</pre></dd>`, a = t.seen === void 0 ? null : r(t.seen ? "step.seen_yes" : "step.seen_no");
	return T`<dl>
    ${i("step.targets", Ut(e, t.targets))} ${i("step.sent", n)}
    ${i("step.response", t.response)} ${i("step.expected", t.expected)}
    ${i("step.seen", a)} ${i("step.failures", Wt(e, t.failures))}
    ${i("step.error", t.error)} ${i("step.note", t.note)}
    ${i("step.path", t.path)}
  </dl>`;
}, Kt = o`
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
    overflow: hidden;
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
`, qt = 60, Z = class extends V {
	constructor(...e) {
		super(...e), this.now = () => Date.now() / 1e3, this.open = /* @__PURE__ */ new Set(), this.made = qt, this.index = new Nt([]), this.chart = {
			bars: [],
			begin: 0,
			seconds: 0
		}, this.making = 0, this.clock = new kt(this, () => this.chart.seconds === null, () => {
			this.setTime();
		});
	}
	static {
		this.styles = [
			L,
			Kt,
			o`
      details {
        content-visibility: auto;
        contain-intrinsic-size: auto 58px;
      }
    `
		];
	}
	async show(e) {
		let t = this.chart.bars.findIndex((t) => t.step.path === e);
		if (t < 0) return;
		this.made = Math.max(this.made, t + 1), this.open = /* @__PURE__ */ new Set([...this.open, e]), await this.updateComplete;
		let n = this.renderRoot.querySelectorAll("details")[t];
		n?.scrollIntoView({ block: "center" }), n?.querySelector("summary")?.focus({ preventScroll: !0 });
	}
	disconnectedCallback() {
		super.disconnectedCallback(), cancelAnimationFrame(this.making), this.making = 0;
	}
	willUpdate(e) {
		if (!e.has("account")) return;
		let { timeline: t } = this.account;
		t !== this.index.timeline && (this.index = new Nt(t)), this.chart = Pt(this.account, this.index);
	}
	updated() {
		this.setTime(), this.made >= this.chart.bars.length || this.making || (this.making = requestAnimationFrame(() => {
			this.making = 0, this.made += qt;
		}));
	}
	setTime() {
		let { begin: e, seconds: t } = this.chart, n = Math.max(t ?? this.now() - e, 1e-4);
		this.style.setProperty("--now", n.toFixed(4)), this.style.setProperty("--axis", n.toFixed(4));
	}
	render() {
		let { bars: e, seconds: t } = this.chart;
		if (!e.length) return T`<p class="quiet">${this.t("execution.no_steps")}</p>`;
		let n = Math.max(0, (this.account.steps_omitted ?? 0) - (e.length - (this.account.steps?.length ?? 0))), { locale: r } = this.hass;
		return T`${ht(e.slice(0, this.made), (e) => e.step.path, (e) => Ot([
			e.step,
			e.sent,
			e.segments[0]?.start,
			this.open.has(e.step.path),
			r
		], () => this.row(e)))}
      <p class="quiet">${t === null ? D : T`0 – ${G(this.hass, t)}`}</p>
      ${n ? T`<p>${this.t("execution.omitted", { count: W(this.hass, n) })}</p>` : D}`;
	}
	row(e) {
		let { step: t } = e, n = this.open.has(t.path);
		return T`<details
      .open=${n}
      data-path=${t.path}
      @toggle=${(e) => {
			this.toggled(t.path, e.currentTarget);
		}}
    >
      <summary>
        <span>
          ${t.alias ?? xt(t.action)}<br />
          <small class="quiet">${this.standing(t)}</small>
        </span>
        <span class="axis" aria-hidden="true"
          >${e.segments.map((e) => T`<span class=${e.part} style=${zt(e)}></span>`)}</span
        >
      </summary>
      ${n ? Gt(this.hass, e) : D}
    </details>`;
	}
	standing(e) {
		let t = [this.word("step.status", e.status)], n = e.failures?.at(-1)?.delay;
		e.status === "attempt_failed" && typeof n == "number" && t.push(this.t("step.again", { time: G(this.hass, n) })), e.duration && t.push(G(this.hass, e.duration));
		let r = e.attempts ?? 0;
		return r > 1 && t.push(this.t("step.attempts", { count: W(this.hass, r) })), t.join(" · ");
	}
	toggled(e, t) {
		let n = t instanceof HTMLDetailsElement && t.open;
		if (n === this.open.has(e)) return;
		let r = new Set(this.open);
		n ? r.add(e) : r.delete(e), this.open = r, n && this.dispatchEvent(new CustomEvent("step-opened", { detail: { path: e } }));
	}
};
B([N({ attribute: !1 })], Z.prototype, "account", void 0), B([N({ attribute: !1 })], Z.prototype, "now", void 0), B([P()], Z.prototype, "open", void 0), B([P()], Z.prototype, "made", void 0), Z = B([M("action-engine-steps")], Z);
// src/types/execution.ts
var Jt = [
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
], Yt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), Xt = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), Zt = /* @__PURE__ */ new Set(["success", "failed"]), Q = class extends V {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.preview = null, this.live = new J(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => Je(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let e = await this.attempt(async () => {
				this.preview = await Ye(this.hass, this.executionId);
			});
			await this.updateComplete, e && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await Xe(this.hass, this.executionId);
			e ? ze(I(e)) : await this.load();
		});
	}
	static {
		this.styles = [L, o`
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
			let t = await qe(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return T`<a href="${Be}/executions" @click=${F}>
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
          ${yt(this.hass, e.created)}
          ${e.duration === null ? D : T`· ${G(this.hass, e.duration)}`}
          ${e.origin ? T`· ${K(this.hass, e.origin)}` : D}
        </p>
        ${e.final_answer ? T`<p>${e.final_answer}</p>` : D}
        ${e.error_message ? T`<p class="problem">${e.error_message}</p>` : D}
        ${e.undo_of ? T`<p>
              <a href=${I(e.undo_of)} @click=${F}>
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
      ${Xt.has(e.state) ? T`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : D}
      ${Zt.has(e.state) ? T`<button ?disabled=${this.busy} @click=${this.askUndo}>
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
      <strong>${e.entity_id ? K(this.hass, e.entity_id) : e.path}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
B([N()], Q.prototype, "executionId", void 0), B([P()], Q.prototype, "account", void 0), B([P()], Q.prototype, "preview", void 0), B([Re("action-engine-confirm")], Q.prototype, "confirm", void 0), Q = B([M("action-engine-execution")], Q);
// src/views/executions-view.ts
var Qt = 25, $t = 500, en = class extends V {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new J(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
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
				limit: Qt,
				before: this.next ?? ""
			}, n = await Ke(this.hass, t);
			e === this.asked && (this.rows = [...this.rows ?? [], ...n.executions], this.next = n.next);
		});
	}
	static {
		this.styles = [L, o`
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
        color: var(--error-color, #db4437);
      }
    `];
	}
	load() {
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, Qt), $t);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([Ke(this.hass, {
				...this.filter,
				limit: t
			}), Ze(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return T`${this.form()}
      ${this.problem ? T`<p class="problem" role="alert">${this.problem}</p>` : D}
      ${this.rows?.length ? T`<ul class="card">
            ${ht(this.rows, (e) => e.execution_id, (e) => this.row(e))}
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
          ${Jt.map((e) => T`<option value=${e}>${this.word("state", e)}</option>`)}
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
          <a href=${I(e.execution_id)} @click=${F}>${e.name}</a>
          ${e.error_message ? T`<br /><small class="quiet">${e.error_message}</small>` : D}
        </span>
        <span>
          <span class="badge ${e.state === "failed" || e.state === "unknown" ? "failed" : ""}">
            ${this.word("state", e.state)}
          </span>
          <small class="quiet">
            ${yt(this.hass, e.created)}
            ${e.duration === null ? D : G(this.hass, e.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
B([P()], en.prototype, "rows", void 0), B([P()], en.prototype, "policies", void 0), en = B([M("action-engine-executions")], en);
// src/views/overview-view.ts
var tn = class extends V {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new J(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => Qe(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => $e(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [L, o`
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
				Ze(this.hass),
				Ge(this.hass),
				He(this.hass),
				Ke(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => Yt.has(e.state)).reverse(), a = n.length;
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
			let t = _t(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: W(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: W(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return T`<div class="line">
      <a href=${I(e.execution_id)} @click=${F}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return T`<div class="line">
      <a href="${Be}/approvals" @click=${F}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${W(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return T`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: W(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return T`<div class="line">
      <span>
        <a href=${I(e.execution_id)} @click=${F}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${yt(this.hass, e.created)}</small>
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
B([P()], tn.prototype, "seen", void 0), B([Re("action-engine-confirm")], tn.prototype, "confirm", void 0), tn = B([M("action-engine-overview")], tn);
// src/views.ts
var nn = {
	overview: (e) => T`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => T`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? T`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : T`<action-engine-executions .hass=${e}></action-engine-executions>`
}, rn = Object.keys(nn), $ = class extends V {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [L, o`
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
        align-items: center;
        gap: 0 16px;
        padding: env(safe-area-inset-top) 16px 0;
        min-height: 56px;
        background: var(--app-header-background-color, var(--primary-color, #03a9f4));
        color: var(--app-header-text-color, #fff);
      }
      .bar button {
        border: none;
        color: inherit;
        font-size: 1.4rem;
        padding: 0 8px;
      }
      h1 {
        font-size: 1.25rem;
        font-weight: 400;
        margin: 0;
      }
      nav {
        display: flex;
        gap: 4px;
      }
      nav a {
        color: inherit;
        text-decoration: none;
        padding: 16px 8px 12px;
        border-bottom: 3px solid transparent;
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
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = rn.find((t) => t === e) ?? "overview";
		return T`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? T`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : D}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${rn.map((e) => T`<a
              href="${Be}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${F}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${nn[n](this.hass, decodeURIComponent(t))}</main>`;
	}
};
B([N({
	type: Boolean,
	reflect: !0
})], $.prototype, "narrow", void 0), B([N({ attribute: !1 })], $.prototype, "route", void 0), $ = B([M("action-engine-panel")], $);
export { $ as ActionEnginePanel };
