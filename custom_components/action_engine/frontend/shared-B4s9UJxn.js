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
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: m } = Object, h = globalThis, ee = h.trustedTypes, te = ee ? ee.emptyScript : "", ne = h.reactiveElementPolyfillSupport, g = (e, t) => e, _ = {
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
}, v = (e, t) => !l(e, t), re = {
	attribute: !0,
	type: String,
	converter: _,
	reflect: !1,
	useDefault: !1,
	hasChanged: v
};
Symbol.metadata ??= Symbol("metadata"), h.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var y = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = re) {
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
		return this.elementProperties.get(e) ?? re;
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
			let i = (n.converter?.toAttribute === void 0 ? _ : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? _ : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? v)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
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
y.elementStyles = [], y.shadowRootOptions = { mode: "open" }, y[g("elementProperties")] = /* @__PURE__ */ new Map(), y[g("finalized")] = /* @__PURE__ */ new Map(), ne?.({ ReactiveElement: y }), (h.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var ie = globalThis, ae = (e) => e, b = ie.trustedTypes, oe = b ? b.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, x = "$lit$", S = `lit$${Math.random().toFixed(9).slice(2)}$`, C = "?" + S, se = `<${C}>`, w = document, T = () => w.createComment(""), E = (e) => e === null || typeof e != "object" && typeof e != "function", D = Array.isArray, ce = (e) => D(e) || typeof e?.[Symbol.iterator] == "function", O = "[ 	\n\f\r]", k = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, le = /-->/g, ue = />/g, A = RegExp(`>|${O}(?:([^\\s"'>=/]+)(${O}*=${O}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), de = /'/g, fe = /"/g, pe = /^(?:script|style|textarea|title)$/i, j = ((e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}))(1), M = Symbol.for("lit-noChange"), N = Symbol.for("lit-nothing"), me = /* @__PURE__ */ new WeakMap(), P = w.createTreeWalker(w, 129);
function he(e, t) {
	if (!D(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return oe === void 0 ? t : oe.createHTML(t);
}
var ge = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = k;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === k ? c[1] === "!--" ? o = le : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = A) : (pe.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = A) : o = ue : o === A ? c[0] === ">" ? (o = i ?? k, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? A : c[3] === "\"" ? fe : de) : o === fe || o === de ? o = A : o === le || o === ue ? o = k : (o = A, i = void 0);
		let d = o === A && e[t + 1].startsWith("/>") ? " " : "";
		a += o === k ? n + se : l >= 0 ? (r.push(s), n.slice(0, l) + x + n.slice(l) + S + d) : n + S + (l === -2 ? t : d);
	}
	return [he(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, F = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = ge(t, n);
		if (this.el = e.createElement(l, r), P.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = P.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(x)) {
					let t = u[o++], n = i.getAttribute(e).split(S), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? ve : r[1] === "?" ? ye : r[1] === "@" ? be : R
					}), i.removeAttribute(e);
				} else e.startsWith(S) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (pe.test(i.tagName)) {
					let e = i.textContent.split(S), t = e.length - 1;
					if (t > 0) {
						i.textContent = b ? b.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], T()), P.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], T());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === C) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(S, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += S.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = w.createElement("template");
		return n.innerHTML = e, n;
	}
};
function I(e, t, n = e, r) {
	if (t === M) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = E(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = I(e, i._$AS(e, t.values), i, r)), t;
}
var _e = class {
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
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? w).importNode(t, !0);
		P.currentNode = r;
		let i = P.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new L(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new xe(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = P.nextNode(), a++);
		}
		return P.currentNode = w, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, L = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = N, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
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
		e = I(this, e, t), E(e) ? e === N || e == null || e === "" ? (this._$AH !== N && this._$AR(), this._$AH = N) : e !== this._$AH && e !== M && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? ce(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== N && E(this._$AH) ? this._$AA.nextSibling.data = e : this.T(w.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = F.createElement(he(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new _e(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = me.get(e.strings);
		return t === void 0 && me.set(e.strings, t = new F(e)), t;
	}
	k(t) {
		D(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(T()), this.O(T()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = ae(e).nextSibling;
			ae(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, R = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = N, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = N;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = I(this, e, t, 0), a = !E(e) || e !== this._$AH && e !== M, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = I(this, r[n + o], t, o), s === M && (s = this._$AH[o]), a ||= !E(s) || s !== this._$AH[o], s === N ? e = N : e !== N && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === N ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, ve = class extends R {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === N ? void 0 : e;
	}
}, ye = class extends R {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== N);
	}
}, be = class extends R {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = I(this, e, t, 0) ?? N) === M) return;
		let n = this._$AH, r = e === N && n !== N || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== N && (n === N || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, xe = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		I(this, e);
	}
}, Se = {
	M: x,
	P: S,
	A: C,
	C: 1,
	L: ge,
	R: _e,
	D: ce,
	V: I,
	I: L,
	H: R,
	N: ye,
	U: be,
	B: ve,
	F: xe
}, Ce = ie.litHtmlPolyfillSupport;
Ce?.(F, L), (ie.litHtmlVersions ??= []).push("3.3.3");
var we = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new L(t.insertBefore(T(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, z = globalThis, B = class extends y {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = we(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return M;
	}
};
B._$litElement$ = !0, B.finalized = !0, z.litElementHydrateSupport?.({ LitElement: B });
var Te = z.litElementPolyfillSupport;
Te?.({ LitElement: B }), (z.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var V = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, Ee = {
	attribute: !0,
	type: String,
	converter: _,
	reflect: !1,
	hasChanged: v
}, De = (e = Ee, t, n) => {
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
function H(e) {
	return (t, n) => typeof n == "object" ? De(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function U(e) {
	return H({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var Oe = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function ke(e, t) {
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
			return Oe(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Oe(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var Ae = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, je = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), Ae(t.pathname));
}, Me = "/action-engine", Ne = (e) => `${Me}/executions/${encodeURIComponent(e)}`, W = o`
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
`, G = (e, t, n = {}) => e.callWS({
	...n,
	type: `action_engine/${t}`
}), Pe = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), Fe = async (e) => (await G(e, "list_approvals")).approvals, Ie = (e, t, n) => G(e, "approve", {
	...n,
	approval_id: t
}), Le = (e, t, n) => G(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Re = async (e) => (await G(e, "executions")).executions, ze = (e, t) => G(e, "list_executions", t), Be = (e, t) => G(e, "get_execution", { execution_id: t }), Ve = (e, t) => G(e, "cancel", { execution_id: t }), He = (e, t) => G(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), Ue = (e, t) => G(e, "rollback", {
	execution_id: t,
	wait: !1
}), We = (e) => G(e, "settings"), Ge = (e) => e.callService("action_engine", "panic_stop"), Ke = (e) => e.callService("action_engine", "lift_panic"), qe = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }, { resubscribe: !1 }), K = {
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
	"undo.what.asks": "Asks: changed since",
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
	"card.hint.data": "Parameters of the named action, otherwise variables"
}, Je = { en: K }, Ye = (e, t, n = {}) => ((Je[e] ?? Je[e.split("-")[0] ?? ""] ?? K)[t] ?? K[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), Xe = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in K ? Ye(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function q(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var J = class extends B {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return Ye(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return Xe(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: Pe(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: Pe(e) });
		}
	}
};
q([H({ attribute: !1 })], J.prototype, "hass", void 0), q([U()], J.prototype, "problem", void 0), q([U()], J.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var Ze = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, Qe = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), $e = class {
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
}, { I: et } = Se, tt = (e) => e, nt = () => document.createComment(""), Y = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new et(r.insertBefore(nt(), i), r.insertBefore(nt(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = tt(e).nextSibling;
				tt(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, X = (e, t, n = e) => (e._$AI(t, n), e), rt = {}, it = (e, t = rt) => e._$AH = t, at = (e) => e._$AH, ot = (e) => {
	e._$AR(), e._$AA.remove();
}, st = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, ct = Qe(class extends $e {
	constructor(e) {
		if (super(e), e.type !== Ze.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = at(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = X(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = X(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = X(i[d], a[m]), Y(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = X(i[f], a[p]), Y(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = st(o, p, m), u = st(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = Y(e, i[d]);
					X(t, a[p]), c[p] = t;
				} else c[p] = X(n, a[p]), Y(e, i[d], n), i[t] = null;
				p++;
			} else ot(i[f]), f--;
		} else ot(i[d]), d++;
		for (; p <= m;) {
			let t = Y(e, c[m + 1]);
			X(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && ot(e);
		}
		return this.ut = o, it(e, c), M;
	}
}), lt = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, Z = (e, t, n = {}) => new Intl.NumberFormat(lt(e), n).format(t), ut = (e, t) => Z(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), dt = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return Z(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, ft = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return dt(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, pt = (e, t) => {
	let { language: n, time_format: r, time_zone: i } = e.locale;
	return new Intl.DateTimeFormat(r === "system" ? void 0 : n, {
		dateStyle: "medium",
		timeStyle: "medium",
		...r === "12" ? { hour12: !0 } : {},
		...r === "24" ? { hour12: !1 } : {},
		...i === "server" ? { timeZone: e.config.time_zone } : {}
	}).format(new Date(t));
}, mt = (e, t) => {
	let n = e.states[t]?.attributes.friendly_name;
	if (n === void 0) return t;
	let r = e.entities?.[t], i = e.devices?.[r?.device_id ?? ""], a = e.areas?.[r?.area_id ?? i?.area_id ?? ""]?.name;
	return a && !n.includes(a) ? `${n} (${a})` : n;
}, ht = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), gt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return ht(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${ht(e.slice(0, t))}: ${n}`;
}, _t = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), vt = [
	15,
	60,
	480
], Q = class extends J {
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
			await this.answer(() => Ie(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => Le(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => Ve(this.hass, this.approval.execution_id));
	}
	static {
		this.styles = [W, o`
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
		return j`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${e.name}</h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? j`<span class="badge">${this.word("reversible", t.reversible)}</span>` : N}
      </header>
      <p class="quiet">
        ${this.t("approval.policy", { policy: this.policyName || e.policy })} ·
        <span role="timer">${this.time()}</span>
        ${e.needed > 1 ? j` · ${this.agreed()}` : N}
      </p>
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? j`<ul class="what">${t.steps.map((e) => this.touch(e))}</ul>` : j`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => j`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()} ${this.answers()}
      ${this.problem ? j`<p class="problem" role="alert">${this.problem}</p>` : N}
      <p>
        <a href=${Ne(e.execution_id)} @click=${je}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: ft(this.hass, this.approval.expires, this.now) });
	}
	agreed() {
		return this.t("approval.agreed", {
			agreed: Z(this.hass, this.approval.agreed.length),
			needed: Z(this.hass, this.approval.needed)
		});
	}
	touch(e) {
		let t = e.everything ? this.t("approval.everything") : e.entity_ids.map((e) => mt(this.hass, e)).join(", ");
		return j`<li class=${e.risk === "critical" || e.risk === "high" ? "bad" : ""}>
      <strong title=${e.action}>${gt(e.tool ?? e.action)}</strong>
      ${t ? j`– <span title=${e.entity_ids.join(", ")}>${t}</span>` : N}
      ${e.opened_from ? j`<span class="quiet">
            ${this.t("approval.from", { source: mt(this.hass, e.opened_from) })}
          </span>` : N}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? j`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => j`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote>${this.quote(e, t)}</blockquote>`)}` : N;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? ut(this.hass, t * 100) : _t(t);
	}
	answers() {
		if (!this.approval.may_answer) return j`<div class="actions">
        <span class="quiet">${this.t("approval.not_you")}</span>
        <button ?disabled=${this.busy} @click=${this.withdraw}>
          ${this.t("approval.withdraw")}
        </button>
      </div>`;
		let e = this.approval.risk === "critical";
		return j`${e && this.hasCode !== !1 ? this.codeField() : N}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? N : this.similarField()}
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
		let e = Z(this.hass, this.approval.needed);
		return j`<div class="actions">
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
		return j`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${vt.map((e) => j`<option value=${e}>
            ${Z(this.hass, e < 60 ? e : e / 60, {
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
q([H({ attribute: !1 })], Q.prototype, "approval", void 0), q([H()], Q.prototype, "policyName", void 0), q([H({ attribute: !1 })], Q.prototype, "hasCode", void 0), q([H({ type: Number })], Q.prototype, "now", void 0), q([U()], Q.prototype, "code", void 0), q([U()], Q.prototype, "reason", void 0), q([U()], Q.prototype, "minutes", void 0), Q = q([V("action-engine-approval")], Q);
// src/live.ts
var yt = 300, bt = 3e3, xt = class {
	constructor(e, t, n, r = () => !0) {
		this.host = e, this.streams = t, this.load = n, this.concerns = r, this.unsubscribe = [], this.timers = /* @__PURE__ */ new Set(), this.gathering = !1, this.life = 0, e.addController(this);
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
			let r = await qe(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), i = () => void r().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(i) : i(), n && t === this.life && this.gather(t);
		} catch {
			this.later(bt, t, () => void this.follow(e, t, !0));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(bt, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(yt, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, $ = class extends B {
	constructor(...e) {
		super(...e), this.heading = "", this.yes = "", this.no = "", this.empty = !1, this.close = () => {
			this.dialog.close();
		}, this.confirm = () => {
			this.dialog.close(), this.dispatchEvent(new CustomEvent("confirmed"));
		};
	}
	static {
		this.styles = [W, o`
      :host {
        display: contents;
      }
    `];
	}
	open() {
		this.dialog.showModal();
	}
	render() {
		return j`<dialog aria-labelledby="heading">
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
q([H()], $.prototype, "heading", void 0), q([H()], $.prototype, "yes", void 0), q([H()], $.prototype, "no", void 0), q([H({ type: Boolean })], $.prototype, "empty", void 0), q([ke("dialog")], $.prototype, "dialog", void 0), $ = q([V("action-engine-confirm")], $);
// src/types/execution.ts
var St = [
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
], Ct = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), wt = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), Tt = /* @__PURE__ */ new Set(["success", "failed"]);
export { Pe as A, N as B, Be as C, Ue as D, He as E, Ae as F, o as H, ke as I, U as L, Me as M, Ne as N, Fe as O, je as P, H as R, Ve as S, Re as T, j as V, Ye as _, xt as a, Ge as b, mt as c, ut as d, _t as f, q as g, J as h, Tt as i, W as j, G as k, pt as l, ct as m, Ct as n, gt as o, ft as p, St as r, dt as s, wt as t, Z as u, Xe as v, ze as w, We as x, Ke as y, V as z };
