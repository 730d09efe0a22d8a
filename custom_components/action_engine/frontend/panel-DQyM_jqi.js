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
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: m } = Object, ee = globalThis, te = ee.trustedTypes, ne = te ? te.emptyScript : "", re = ee.reactiveElementPolyfillSupport, h = (e, t) => e, ie = {
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
}, ae = (e, t) => !l(e, t), oe = {
	attribute: !0,
	type: String,
	converter: ie,
	reflect: !1,
	useDefault: !1,
	hasChanged: ae
};
Symbol.metadata ??= Symbol("metadata"), ee.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var g = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = oe) {
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
		return this.elementProperties.get(e) ?? oe;
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
			let i = (n.converter?.toAttribute === void 0 ? ie : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? ie : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? ae)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
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
g.elementStyles = [], g.shadowRootOptions = { mode: "open" }, g[h("elementProperties")] = /* @__PURE__ */ new Map(), g[h("finalized")] = /* @__PURE__ */ new Map(), re?.({ ReactiveElement: g }), (ee.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var se = globalThis, ce = (e) => e, le = se.trustedTypes, ue = le ? le.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, de = "$lit$", _ = `lit$${Math.random().toFixed(9).slice(2)}$`, fe = "?" + _, pe = `<${fe}>`, v = document, y = () => v.createComment(""), b = (e) => e === null || typeof e != "object" && typeof e != "function", me = Array.isArray, he = (e) => me(e) || typeof e?.[Symbol.iterator] == "function", ge = "[ 	\n\f\r]", x = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, _e = /-->/g, ve = />/g, S = RegExp(`>|${ge}(?:([^\\s"'>=/]+)(${ge}*=${ge}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), ye = /'/g, be = /"/g, xe = /^(?:script|style|textarea|title)$/i, C = ((e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}))(1), w = Symbol.for("lit-noChange"), T = Symbol.for("lit-nothing"), Se = /* @__PURE__ */ new WeakMap(), E = v.createTreeWalker(v, 129);
function Ce(e, t) {
	if (!me(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ue === void 0 ? t : ue.createHTML(t);
}
var we = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = x;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === x ? c[1] === "!--" ? o = _e : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = S) : (xe.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = S) : o = ve : o === S ? c[0] === ">" ? (o = i ?? x, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? S : c[3] === "\"" ? be : ye) : o === be || o === ye ? o = S : o === _e || o === ve ? o = x : (o = S, i = void 0);
		let d = o === S && e[t + 1].startsWith("/>") ? " " : "";
		a += o === x ? n + pe : l >= 0 ? (r.push(s), n.slice(0, l) + de + n.slice(l) + _ + d) : n + _ + (l === -2 ? t : d);
	}
	return [Ce(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, Te = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = we(t, n);
		if (this.el = e.createElement(l, r), E.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = E.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(de)) {
					let t = u[o++], n = i.getAttribute(e).split(_), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? Oe : r[1] === "?" ? ke : r[1] === "@" ? Ae : O
					}), i.removeAttribute(e);
				} else e.startsWith(_) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (xe.test(i.tagName)) {
					let e = i.textContent.split(_), t = e.length - 1;
					if (t > 0) {
						i.textContent = le ? le.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], y()), E.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], y());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === fe) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(_, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += _.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = v.createElement("template");
		return n.innerHTML = e, n;
	}
};
function D(e, t, n = e, r) {
	if (t === w) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = b(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = D(e, i._$AS(e, t.values), i, r)), t;
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
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? v).importNode(t, !0);
		E.currentNode = r;
		let i = E.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new De(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new je(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = E.nextNode(), a++);
		}
		return E.currentNode = v, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, De = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = T, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
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
		e = D(this, e, t), b(e) ? e === T || e == null || e === "" ? (this._$AH !== T && this._$AR(), this._$AH = T) : e !== this._$AH && e !== w && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? he(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== T && b(this._$AH) ? this._$AA.nextSibling.data = e : this.T(v.createTextNode(e)), this._$AH = e;
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
		me(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(y()), this.O(y()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = ce(e).nextSibling;
			ce(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, O = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = T, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = T;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = D(this, e, t, 0), a = !b(e) || e !== this._$AH && e !== w, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = D(this, r[n + o], t, o), s === w && (s = this._$AH[o]), a ||= !b(s) || s !== this._$AH[o], s === T ? e = T : e !== T && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === T ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, Oe = class extends O {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === T ? void 0 : e;
	}
}, ke = class extends O {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== T);
	}
}, Ae = class extends O {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = D(this, e, t, 0) ?? T) === w) return;
		let n = this._$AH, r = e === T && n !== T || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== T && (n === T || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, je = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		D(this, e);
	}
}, Me = {
	M: de,
	P: _,
	A: fe,
	C: 1,
	L: we,
	R: Ee,
	D: he,
	V: D,
	I: De,
	H: O,
	N: ke,
	U: Ae,
	B: Oe,
	F: je
}, Ne = se.litHtmlPolyfillSupport;
Ne?.(Te, De), (se.litHtmlVersions ??= []).push("3.3.3");
var Pe = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new De(t.insertBefore(y(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Fe = globalThis, k = class extends g {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Pe(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return w;
	}
};
k._$litElement$ = !0, k.finalized = !0, Fe.litElementHydrateSupport?.({ LitElement: k });
var Ie = Fe.litElementPolyfillSupport;
Ie?.({ LitElement: k }), (Fe.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var A = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, Le = {
	attribute: !0,
	type: String,
	converter: ie,
	reflect: !1,
	hasChanged: ae
}, Re = (e = Le, t, n) => {
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
function j(e) {
	return (t, n) => typeof n == "object" ? Re(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function M(e) {
	return j({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var ze = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function N(e, t) {
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
			return ze(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return ze(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var Be = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, P = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), Be(t.pathname + t.search));
}, Ve = (e) => {
	try {
		return decodeURIComponent(e);
	} catch {
		return e;
	}
}, F = "/action-engine", I = (e) => `${F}/executions/${encodeURIComponent(e)}`, L = o`
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
}), He = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), Ue = async (e) => (await R(e, "list_approvals")).approvals, We = (e, t, n) => R(e, "approve", {
	...n,
	approval_id: t
}), Ge = (e, t, n) => R(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Ke = async (e) => (await R(e, "executions")).executions, qe = (e, t) => R(e, "list_executions", t), Je = (e, t) => R(e, "get_execution", { execution_id: t }), Ye = (e, t) => R(e, "cancel", { execution_id: t }), Xe = (e, t) => R(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), Ze = (e, t) => R(e, "rollback", {
	execution_id: t,
	wait: !1
}), Qe = (e) => R(e, "settings"), $e = (e) => e.callService("action_engine", "panic_stop"), et = (e) => e.callService("action_engine", "lift_panic"), tt = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }), nt = (e) => R(e, "catalog"), rt = (e) => R(e, "assistants"), it = (e) => R(e, "journal"), at = (e) => R(e, "verify_journal"), ot = (e, t) => R(e, "purge", t), st = (e, t) => R(e, "reset_circuit", { circuit: t }), ct = (e, t) => R(e, "set_enabled", { enabled: t }), lt = {
	title: "Action Engine",
	menu: "Open the sidebar",
	"nav.label": "Views",
	"nav.overview": "Overview",
	"nav.approvals": "Approvals",
	"nav.executions": "Executions",
	"nav.settings": "Settings",
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
	"filter.state": "State",
	"filter.policy": "Policy",
	"filter.entity": "Entity id",
	"filter.action": "Action",
	"filter.all": "All",
	"filter.apply": "Show",
	"executions.none": "No execution is like that.",
	"executions.older": "Older ones",
	"executions.new": "{count} new",
	"executions.new_many": "More than {count} new",
	"executions.newest": "Back to the newest",
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
}, ut = { en: lt }, dt = (e, t, n = {}) => ((ut[e] ?? ut[e.split("-")[0] ?? ""] ?? lt)[t] ?? lt[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), ft = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in lt ? dt(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function z(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var B = class extends k {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return dt(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return ft(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: He(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: He(e) });
		}
	}
};
z([j({ attribute: !1 })], B.prototype, "hass", void 0), z([M()], B.prototype, "problem", void 0), z([M()], B.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var pt = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, mt = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), ht = class {
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
}, { I: gt } = Me, _t = (e) => e, vt = () => document.createComment(""), V = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new gt(r.insertBefore(vt(), i), r.insertBefore(vt(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = _t(e).nextSibling;
				_t(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, H = (e, t, n = e) => (e._$AI(t, n), e), yt = {}, bt = (e, t = yt) => e._$AH = t, xt = (e) => e._$AH, St = (e) => {
	e._$AR(), e._$AA.remove();
}, Ct = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, wt = mt(class extends ht {
	constructor(e) {
		if (super(e), e.type !== pt.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = xt(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = H(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = H(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = H(i[d], a[m]), V(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = H(i[f], a[p]), V(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = Ct(o, p, m), u = Ct(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = V(e, i[d]);
					H(t, a[p]), c[p] = t;
				} else c[p] = H(n, a[p]), V(e, i[d], n), i[t] = null;
				p++;
			} else St(i[f]), f--;
		} else St(i[d]), d++;
		for (; p <= m;) {
			let t = V(e, c[m + 1]);
			H(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && St(e);
		}
		return this.ut = o, bt(e, c), w;
	}
}), Tt = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, U = (e, t, n = {}) => new Intl.NumberFormat(Tt(e), n).format(t), Et = (e, t) => U(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), W = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return U(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, Dt = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return W(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, G = (e, t) => {
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
}, Ot = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), kt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return Ot(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${Ot(e.slice(0, t))}: ${n}`;
}, At = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), jt = [
	15,
	60,
	480
], q = class extends B {
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
			await this.answer(() => We(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => Ge(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => Ye(this.hass, this.approval.execution_id));
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
		return C`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${e.name}</h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? C`<span class="badge">${this.word("reversible", t.reversible)}</span>` : T}
      </header>
      <p class="quiet">
        ${this.t("approval.policy", { policy: this.policyName || e.policy })} ·
        <span role="timer">${this.time()}</span>
        ${e.needed > 1 ? C` · ${this.agreed()}` : T}
      </p>
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? C`<ul class="what">${t.steps.map((e) => this.touch(e))}</ul>` : C`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => C`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()} ${this.answers()}
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      <p>
        <a href=${I(e.execution_id)} @click=${P}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: Dt(this.hass, this.approval.expires, this.now) });
	}
	agreed() {
		return this.t("approval.agreed", {
			agreed: U(this.hass, this.approval.agreed.length),
			needed: U(this.hass, this.approval.needed)
		});
	}
	touch(e) {
		let t = e.everything ? this.t("approval.everything") : e.entity_ids.map((e) => K(this.hass, e)).join(", ");
		return C`<li class=${e.risk === "critical" || e.risk === "high" ? "bad" : ""}>
      <strong title=${e.action}>${kt(e.tool ?? e.action)}</strong>
      ${t ? C`– <span title=${e.entity_ids.join(", ")}>${t}</span>` : T}
      ${e.opened_from ? C`<span class="quiet">
            ${this.t("approval.from", { source: K(this.hass, e.opened_from) })}
          </span>` : T}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? C`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => C`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote>${this.quote(e, t)}</blockquote>`)}` : T;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? Et(this.hass, t * 100) : At(t);
	}
	answers() {
		if (!this.approval.may_answer) return C`<div class="actions">
        <span class="quiet">${this.t("approval.not_you")}</span>
        <button ?disabled=${this.busy} @click=${this.withdraw}>
          ${this.t("approval.withdraw")}
        </button>
      </div>`;
		let e = this.approval.risk === "critical";
		return C`${e && this.hasCode !== !1 ? this.codeField() : T}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? T : this.similarField()}
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
		let e = U(this.hass, this.approval.needed);
		return C`<div class="actions">
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
		return C`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${jt.map((e) => C`<option value=${e}>
            ${U(this.hass, e < 60 ? e : e / 60, {
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
z([j({ attribute: !1 })], q.prototype, "approval", void 0), z([j()], q.prototype, "policyName", void 0), z([j({ attribute: !1 })], q.prototype, "hasCode", void 0), z([j({ type: Number })], q.prototype, "now", void 0), z([M()], q.prototype, "code", void 0), z([M()], q.prototype, "reason", void 0), z([M()], q.prototype, "minutes", void 0), q = z([A("action-engine-approval")], q);
// src/live.ts
var Mt = 300, Nt = 3e3, J = class {
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
			let n = await tt(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), r = () => void n().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(r) : r();
		} catch {
			this.later(Nt, t, () => void this.follow(e, t));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(Nt, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(Mt, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, Pt = class extends B {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.settings = null, this.live = new J(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([Ue(this.hass), Qe(this.hass)]);
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
		return C`${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      <div role="status" class="quiet">${this.standing()}</div>
      <div class="cards">
        ${wt(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
      </div>`;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return C`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.load}
    ></action-engine-approval>`;
	}
};
z([M()], Pt.prototype, "approvals", void 0), z([M()], Pt.prototype, "now", void 0), Pt = z([A("action-engine-approvals")], Pt);
// src/components/confirm-dialog.ts
var Y = class extends k {
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
		return C`<dialog aria-labelledby="heading">
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
z([j()], Y.prototype, "heading", void 0), z([j()], Y.prototype, "yes", void 0), z([j()], Y.prototype, "no", void 0), z([j({ type: Boolean })], Y.prototype, "empty", void 0), z([N("dialog")], Y.prototype, "dialog", void 0), Y = z([A("action-engine-confirm")], Y);
// src/bars.ts
var Ft = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken",
	waiting: "waiting"
}, X = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), It = (e, t) => {
	let n = /* @__PURE__ */ new Map(), r = /* @__PURE__ */ new Map();
	for (let t of e.timeline) n.has(t.path) || n.set(t.path, t), t.kind === "intent" && !r.has(t.path) && r.set(t.path, t.data);
	let i = X(e.started ?? e.created), a = e.ended === null ? t : X(e.ended), o = Lt(e), s = Math.max(a - i, 1e-4);
	return {
		bars: o.map((e) => {
			let t = n.get(e.path)?.at, a = t === void 0 ? null : Math.min(Math.max(X(t) - i, 0), s);
			return {
				step: e,
				sent: zt(r.get(e.path)),
				segments: a === null ? [] : Rt(e, a, s)
			};
		}),
		seconds: s
	};
}, Lt = (e) => {
	if (e.steps?.length) return e.steps;
	let t = /* @__PURE__ */ new Map();
	for (let n of e.timeline) {
		let r = Bt(n.data);
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
			i.status = n.kind === "result" ? "succeeded" : "failed", i.duration = t ? X(n.at) - X(t.at) : 0;
		}
	}
	return [...t.values()];
}, Rt = (e, t, n) => {
	let r = !(e.status in Ft), i = r ? n - t : e.duration, a = [], o = t, s = (e, r) => {
		let s = Math.min(r, t + i - o, n - o);
		s < 0 || (a.push({
			part: e,
			start: o / n,
			length: s / n
		}), o += s);
	};
	for (let t of e.failures ?? []) s("failed", t.duration), t.delay !== null && s("waiting", t.delay);
	return s(r ? "running" : Ft[e.status] ?? "done", t + i - o), a;
}, zt = (e) => Bt(e)?.data ?? null, Bt = (e) => typeof e == "object" && e ? e : null, Vt = class extends B {
	static {
		this.styles = [L, o`
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
		let { bars: e, seconds: t } = It(this.account, Date.now() / 1e3), n = this.account.steps_omitted ?? 0;
		return e.length ? C`${e.map((e) => this.step(e))}
      <p class="quiet">0 – ${W(this.hass, t)}</p>
      ${n ? C`<p>${this.t("execution.omitted", { count: U(this.hass, n) })}</p>` : T}` : C`<p class="quiet">${this.t("execution.no_steps")}</p>`;
	}
	step(e) {
		let { step: t } = e, n = t.attempts ?? 0;
		return C`<details>
      <summary>
        <span>
          ${t.alias ?? kt(t.action)}<br />
          <small class="quiet">
            ${this.word("step.status", t.status)} · ${W(this.hass, t.duration)}
            ${n > 1 ? C`· ${this.t("step.attempts", { count: U(this.hass, n) })}` : T}
          </small>
        </span>
        <span class="axis" aria-hidden="true">${e.segments.map(Ht)}</span>
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
		return t == null ? T : C`<dt>${this.t(e)}</dt>
      <dd><pre>${At(t)}</pre></dd>`;
	}
	names(e = []) {
		return e.map((e) => K(this.hass, e)).join(", ") || null;
	}
	seen(e) {
		return e === void 0 ? null : this.t(e ? "step.seen_yes" : "step.seen_no");
	}
	failures(e = []) {
		return e.map((e, t) => {
			let n = this.names(e.targets), r = W(this.hass, e.duration);
			return `${t + 1}. ${e.error} (${r})${n ? ` – ${n}` : ""}`;
		}).join("\n") || null;
	}
};
z([j({ attribute: !1 })], Vt.prototype, "account", void 0), Vt = z([A("action-engine-steps")], Vt);
var Ht = ({ part: e, start: t, length: n }) => C`<span class=${e} style="left:${t * 100}%;width:${n * 100}%"></span>`, Ut = [
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
], Wt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), Gt = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), Kt = /* @__PURE__ */ new Set(["success", "failed"]), qt = [
	"user",
	"automation",
	"script",
	"agent"
], Z = class extends B {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.preview = null, this.live = new J(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => Ye(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let e = await this.attempt(async () => {
				this.preview = await Xe(this.hass, this.executionId);
			});
			await this.updateComplete, e && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await Ze(this.hass, this.executionId);
			e ? Be(I(e)) : await this.load();
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
			let t = await Je(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return C`<a href="${F}/executions" @click=${P}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      ${this.account === null ? C`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return C`<section class="card">
        <header>
          <h2>${e.name}</h2>
          <span class="badge" role="status">${this.word("state", e.state)}</span>
        </header>
        <p class="quiet">
          ${G(this.hass, e.created)}
          ${e.duration === null ? T : C`· ${W(this.hass, e.duration)}`}
          ${e.origin ? C`· ${K(this.hass, e.origin)}` : T}
        </p>
        ${e.final_answer ? C`<p>${e.final_answer}</p>` : T}
        ${e.error_message ? C`<p class="problem">${e.error_message}</p>` : T}
        ${e.undo_of ? C`<p>
              <a href=${I(e.undo_of)} @click=${P}>
                ${this.t("execution.undo_of")}
              </a>
            </p>` : T}
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
		return C`<div class="actions">
      ${Gt.has(e.state) ? C`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : T}
      ${Kt.has(e.state) ? C`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>` : T}
    </div>`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return t?.decision ? C`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => C`<li>${e.text}</li>`)}
      </ul>
    </section>` : T;
	}
	dialog(e) {
		let t = this.preview?.items ?? [], n = t.some((e) => e.what === "will");
		return C`<action-engine-confirm
      heading=${this.t("undo.title", { name: e.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!n}
      @confirmed=${this.undo}
    >
      ${n ? T : C`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${t.map((e) => this.item(e))}
      </ul>
    </action-engine-confirm>`;
	}
	item(e) {
		return C`<li>
      <strong>${e.entity_id ? K(this.hass, e.entity_id) : e.path}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
z([j()], Z.prototype, "executionId", void 0), z([M()], Z.prototype, "account", void 0), z([M()], Z.prototype, "preview", void 0), z([N("action-engine-confirm")], Z.prototype, "confirm", void 0), Z = z([A("action-engine-execution")], Z);
// src/search.ts
var Jt = {
	name: "name",
	policy: "policy",
	entity: "entity_id",
	action: "action"
}, Yt = (e) => {
	let t = new URLSearchParams(e), n = {}, r = t.getAll("state").filter((e) => Ut.includes(e));
	r.length && (n.states = r);
	for (let [e, r] of Object.entries(Jt)) {
		let i = t.get(e)?.trim();
		i && (n[r] = i);
	}
	let i = t.get("by");
	i && qt.includes(i) && (n.asked_by = i);
	for (let e of ["since", "until"]) {
		let r = Date.parse(t.get(e) ?? "");
		Number.isNaN(r) || (n[e] = new Date(r).toISOString());
	}
	return n;
}, Xt = (e) => {
	let t = new URLSearchParams();
	for (let n of e.states ?? []) t.append("state", n);
	for (let [n, r] of Object.entries(Jt)) {
		let i = e[r];
		i && t.set(n, i);
	}
	e.asked_by && t.set("by", e.asked_by), e.since && t.set("since", e.since), e.until && t.set("until", e.until);
	let n = t.toString();
	return n ? `?${n}` : "";
}, Zt = 6e4, Qt = (e, t) => {
	let n = new Intl.DateTimeFormat("en-US", {
		...e.locale.time_zone === "server" ? { timeZone: e.config.time_zone } : {},
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric"
	}).formatToParts(new Date(t)), r = (e) => Number(n.find((t) => t.type === e)?.value ?? 0);
	return Date.UTC(r("year"), r("month") - 1, r("day"), r("hour"), r("minute"));
}, $t = (e, t) => {
	let n = Date.parse(t);
	return Number.isNaN(n) ? "" : new Date(Qt(e, n)).toISOString().slice(0, 16);
}, en = (e, t) => {
	let n = Date.parse(`${t}Z`);
	if (Number.isNaN(n)) return "";
	let r = n;
	for (let t = 0; t < 2; t += 1) r += n - Qt(e, Math.floor(r / Zt) * Zt);
	return new Date(r).toISOString();
}, Q = class extends B {
	constructor(...e) {
		super(...e), this.filter = {}, this.policies = [], this.apply = (e) => {
			e.preventDefault();
			let t = new FormData(e.currentTarget), n = new URLSearchParams();
			for (let [e, r] of t) typeof r == "string" && n.append(e, r);
			for (let e of ["since", "until"]) n.set(e, en(this.hass, n.get(e) ?? ""));
			let r = Xt(Yt(n.toString()));
			tn() && (this.details.open = !1), this.dispatchEvent(new CustomEvent("wanted", { detail: r }));
		};
	}
	static {
		this.styles = [L, o`
      summary {
        cursor: pointer;
        padding: 8px 0;
      }
      form {
        display: grid;
        gap: 12px 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
        align-items: end;
        padding-bottom: 16px;
      }
      fieldset {
        grid-column: 1 / -1;
        border: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      legend {
        font-size: 0.85rem;
        color: var(--secondary-text-color, #666);
      }
      fieldset label {
        flex-direction: row;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        font-size: 1rem;
        color: inherit;
      }
      fieldset input {
        min-height: 0;
        width: 20px;
        height: 20px;
        margin: 0;
      }
      .actions {
        grid-column: 1 / -1;
        align-items: center;
        margin: 0;
      }
      input,
      select {
        width: 100%;
      }
    `];
	}
	render() {
		let { filter: e } = this, t = Object.keys(e).length;
		return C`<details ?open=${t > 0 && !tn()}>
      <summary>
        ${t ? this.t("filter.some", { count: t }) : this.t("filter")}
      </summary>
      <form @submit=${this.apply}>
        <fieldset>
          <legend>${this.t("filter.state")}</legend>
          ${Ut.map((t) => C`<label>
              <input
                type="checkbox"
                name="state"
                value=${t}
                .checked=${e.states?.includes(t) ?? !1}
              />
              ${this.word("state", t)}
            </label>`)}
        </fieldset>
        ${this.text("name", "filter.name", e.name)}
        ${this.choice("by", "filter.by", e.asked_by, this.askers())}
        ${this.choice("policy", "filter.policy", e.policy, this.policyNames())}
        ${this.text("entity", "filter.entity", e.entity_id)}
        ${this.text("action", "filter.action", e.action)}
        ${this.time("since", "filter.since", e.since)}
        ${this.time("until", "filter.until", e.until)}
        <div class="actions">
          <button class="main">${this.t("filter.apply")}</button>
          <a href="${F}/executions" @click=${P}>${this.t("filter.clear")}</a>
        </div>
      </form>
    </details>`;
	}
	text(e, t, n = "") {
		return C`<label>
      ${this.t(t)}
      <input name=${e} maxlength="255" autocomplete="off" .value=${n} />
    </label>`;
	}
	time(e, t, n = "") {
		let r = $t(this.hass, n);
		return C`<label>
      ${this.t(t)}
      <input type="datetime-local" name=${e} .value=${r} />
    </label>`;
	}
	choice(e, t, n, r) {
		return C`<label>
      ${this.t(t)}
      <select name=${e}>
        <option value="" ?selected=${n === void 0}>${this.t("filter.all")}</option>
        ${r.map(([e, t]) => C`<option value=${e} ?selected=${e === n}>${t}</option>`)}
      </select>
    </label>`;
	}
	askers() {
		return qt.map((e) => [e, this.word("asked_by", e)]);
	}
	policyNames() {
		return this.policies.map((e) => [e.policy_id, e.name]);
	}
};
z([j({ attribute: !1 })], Q.prototype, "filter", void 0), z([j({ attribute: !1 })], Q.prototype, "policies", void 0), z([N("details")], Q.prototype, "details", void 0), Q = z([A("action-engine-filter")], Q);
var tn = () => window.innerWidth <= 600, nn = {}, rn = mt(class extends ht {
	constructor() {
		super(...arguments), this.ot = nn;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return w;
		} else if (this.ot === t) return w;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), an = /* @__PURE__ */ new Set([
	"failed",
	"unknown",
	"denied"
]), on = class extends B {
	constructor(...e) {
		super(...e), this.rows = [], this.policies = [];
	}
	static {
		this.styles = [L, o`
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 62px;
      }
      .line {
        flex-wrap: nowrap;
      }
      .line > span:first-child {
        flex: 1 1 auto;
        min-width: 0;
      }
      .line > span:last-child {
        display: flex;
        flex-direction: column;
        align-items: end;
        text-align: end;
        gap: 2px;
      }
      .failed {
        color: var(--error-color, #db4437);
      }
      a {
        display: inline-block;
        padding: 2px 0;
      }
    `];
	}
	render() {
		let { rows: e, policies: t } = this, { locale: n } = this.hass;
		return C`<ul class="card">
      ${rn([
			e,
			t,
			n
		], () => wt(e, (e) => e.execution_id, (e) => C`<li>
            ${rn([
			e,
			t,
			n
		], () => this.row(e))}
          </li>`))}
    </ul>`;
	}
	row(e) {
		return C`<div class="line">
      <span>
        <a href=${I(e.execution_id)} @click=${P}><bdi>${e.name}</bdi></a>
        ${e.error_message ? C`<br /><small class="quiet"><bdi>${e.error_message}</bdi></small>` : T}
        ${this.source(e)}
      </span>
      <span>
        <span class="badge ${an.has(e.state) ? "failed" : ""}">
          ${this.word("state", e.state)}
        </span>
        <small class="quiet">
          ${G(this.hass, e.created)}
          ${e.duration === null ? T : `· ${W(this.hass, e.duration)}`}
        </small>
      </span>
    </div>`;
	}
	source(e) {
		let t = this.policies.find((t) => t.policy_id === e.policy)?.name, n = [e.origin ? K(this.hass, e.origin) : null, t].filter((e) => e != null);
		return n.length ? C`<br /><small class="quiet">
        ${n.map((e, t) => C`${t ? " · " : T}<bdi>${e}</bdi>`)}
      </small>` : T;
	}
};
z([j({ attribute: !1 })], on.prototype, "rows", void 0), z([j({ attribute: !1 })], on.prototype, "policies", void 0), on = z([A("action-engine-rows")], on);
var sn = (e, t) => {
	let [n] = e.rows, r = t.executions.at(-1);
	if (!n || !r || t.next !== null && r.execution_id > n.execution_id) return {
		rows: t.executions,
		next: t.next
	};
	let i = t.next === null ? [] : e.rows.filter((e) => e.execution_id < r.execution_id), a = new Map(e.rows.map((e) => [e.execution_id, e]));
	return {
		rows: [...t.executions.map((e) => fn(a.get(e.execution_id), e)), ...i],
		next: i.length ? e.next : t.next
	};
}, cn = (e, t) => {
	let n = e.rows[0]?.execution_id ?? "";
	return t.executions.filter((e) => e.execution_id > n).length;
}, ln = (e, t) => ({
	rows: [...e.rows, ...t.executions].slice(-2e3),
	next: t.next
}), un = (e, t) => e.some((e) => dn(e, t)) ? e.map((e) => {
	let n = t.get(e.execution_id);
	return n === void 0 || n === e.state ? e : {
		...e,
		state: n
	};
}) : e, dn = (e, t) => {
	let n = t.get(e.execution_id);
	return n !== void 0 && n !== e.state;
}, fn = (e, t) => e && JSON.stringify(e) === JSON.stringify(t) ? e : t, pn = 50, mn = `${F}/executions`, $ = class extends B {
	constructor(...e) {
		super(...e), this.shown = null, this.waiting = null, this.filter = Yt(location.search), this.policies = null, this.asked = 0, this.heard = /* @__PURE__ */ new Map(), this.live = new J(this, ["subscribe"], () => this.load(), (e) => this.hear(e)), this.look = (e) => {
			Be(`${mn}${e.detail}`);
		}, this.follow = () => {
			let e = Yt(location.search), t = Xt(e) === Xt(this.filter);
			location.pathname !== mn || t || (this.filter = e, this.begin());
		}, this.newest = () => {
			this.begin(), window.scrollTo({ top: 0 });
		}, this.older = () => this.attempt(async () => {
			let { asked: e, shown: t } = this;
			if (!t) return;
			let n = {
				...this.filter,
				limit: pn,
				before: t.next ?? ""
			}, r = await qe(this.hass, n);
			e === this.asked && (this.shown = ln(this.shown ?? t, r));
		});
	}
	static {
		this.styles = [L, o`
      .new {
        position: sticky;
        top: 64px;
        z-index: 1;
        text-align: center;
        height: 0;
      }
      .new button {
        background: var(--card-background-color, #fff);
        box-shadow: 0 2px 6px rgb(0 0 0 / 30%);
      }
    `];
	}
	connectedCallback() {
		super.connectedCallback(), window.addEventListener("popstate", this.follow), window.addEventListener("location-changed", this.follow);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), window.removeEventListener("popstate", this.follow), window.removeEventListener("location-changed", this.follow);
	}
	load() {
		let { asked: e } = this;
		return this.fetching(async () => {
			let [t, n] = await Promise.all([qe(this.hass, {
				...this.filter,
				limit: pn
			}), this.policies ?? this.loadPolicies()]);
			e === this.asked && (this.policies = n, this.take(t));
		});
	}
	async loadPolicies() {
		return (await Qe(this.hass)).policies;
	}
	take(e) {
		let t = this.shown;
		t === null || !this.isRead() ? (this.shown = t === null ? {
			rows: e.executions,
			next: e.next
		} : sn(t, e), this.waiting = null) : (this.waiting = cn(t, e) ? e : null, this.shown = {
			...t,
			rows: un(t.rows, this.heard)
		}), this.heard.clear();
	}
	isRead() {
		let e = this.list;
		return e ? e.getBoundingClientRect().top < 0 || e.matches(":focus-within") : !1;
	}
	hear(e) {
		return e.kind !== "step" && (e.state !== void 0 && this.heard.set(e.execution_id, e.state), !0);
	}
	render() {
		return C`<action-engine-filter
        .hass=${this.hass}
        .filter=${this.filter}
        .policies=${this.policies ?? []}
        @wanted=${this.look}
      ></action-engine-filter>
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      <div class="new" role="status">${this.news()}</div>
      ${this.shown?.rows.length ? C`<action-engine-rows
            .hass=${this.hass}
            .rows=${this.shown.rows}
            .policies=${this.policies ?? []}
          ></action-engine-rows>` : C`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.shown?.next ? C`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : T}`;
	}
	news() {
		let { shown: e, waiting: t } = this;
		if (e && t) {
			let n = cn(e, t), r = n === t.executions.length && t.next !== null ? "executions.new_many" : "executions.new";
			return C`<button @click=${this.newest}>
        ${this.t(r, { count: U(this.hass, n) })}
      </button>`;
		}
		return e && e.rows.length >= 2e3 ? C`<button @click=${this.newest}>${this.t("executions.newest")}</button>` : T;
	}
	standing() {
		return this.shown === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	begin() {
		this.asked += 1, this.shown = null, this.waiting = null, this.load();
	}
};
z([M()], $.prototype, "shown", void 0), z([M()], $.prototype, "waiting", void 0), z([M()], $.prototype, "filter", void 0), z([M()], $.prototype, "policies", void 0), z([N("action-engine-rows")], $.prototype, "list", void 0), $ = z([A("action-engine-executions")], $);
// src/views/overview-view.ts
var hn = class extends B {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new J(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => $e(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => et(this.hass)) && await this.load();
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
				Qe(this.hass),
				Ke(this.hass),
				Ue(this.hass),
				qe(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => Wt.has(e.state)).reverse(), a = n.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: a,
				failures: r.executions
			};
		});
	}
	render() {
		let e = this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T;
		if (this.seen === null) return C`${e}${this.problem ? T : C`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i } = this.seen, a = t.circuits?.filter((e) => e.state !== "closed");
		return C`${e}${this.alarms(t)}
      <div class="grid">
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        ${this.card("running", n.map((e) => this.runningLine(e)))}
        ${this.card("waiting", r ? [this.waitingLine(r)] : [])}
        ${a ? this.card("circuits", a.map((e) => this.circuit(e))) : T}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? T : this.panic()}
      </div>`;
	}
	alarms(e) {
		return C`${e.enabled ? T : C`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? C`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? C`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : T}
        </div>` : T}`;
	}
	card(e, t, n = "") {
		return C`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? C`<ul>${t.map((e) => C`<li>${e}</li>`)}</ul>` : C`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return C`<div class="line">
      <span>${e.name}<br /><small class="quiet">${this.left(e)}</small></span>
      <span class="badge">${this.status(e)}</span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = Et(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: U(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: U(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return C`<div class="line">
      <a href=${I(e.execution_id)} @click=${P}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return C`<div class="line">
      <a href="${F}/approvals" @click=${P}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${U(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return C`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: U(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return C`<div class="line">
      <span>
        <a href=${I(e.execution_id)} @click=${P}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${G(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return C`<section class="card wide">
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
z([M()], hn.prototype, "seen", void 0), z([N("action-engine-confirm")], hn.prototype, "confirm", void 0), hn = z([A("action-engine-overview")], hn);
// src/components/assistant-list.ts
var gn = class extends B {
	static {
		this.styles = L;
	}
	render() {
		let { apis: e, mcp_server: t } = this.assistants;
		return C`<ul>
        ${e.map((e) => C`<li>${this.api(e)}</li>`)}
      </ul>
      ${t ? T : C`<p class="quiet">${this.t("llm.no_mcp")}</p>`}`;
	}
	api(e) {
		return C`<div class="line">
      <span>
        <bdi>${e.name}</bdi> <code>${e.api_id}</code><br />
        <small class="quiet">
          ${e.users.length ? e.users.map((e, t) => C`${t ? ", " : T}<bdi>${e.title}</bdi> (${e.domain})`) : this.t("llm.nobody")}
        </small>
      </span>
    </div>`;
	}
};
z([j({ attribute: !1 })], gn.prototype, "assistants", void 0), gn = z([A("action-engine-assistants")], gn);
// src/places.ts
var _n = "/config/integrations/integration/action_engine", vn = /^[a-z0-9_]+(\.[a-z0-9_]+)?$/, yn = (e) => {
	let [t, ...n] = e.split(":"), r = n.join(":");
	return t === "subentry" ? _n : vn.test(r) ? t === "script" ? `/config/script/show/${r}` : t === "platform" ? `/config/integrations/integration/${r}` : "" : "";
}, bn = class extends B {
	static {
		this.styles = [L, o`
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      summary {
        cursor: pointer;
        padding: 12px 0;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 64px;
      }
      .line > span:first-child {
        flex: 1 1 16em;
        min-width: 0;
      }
      code {
        font-size: 0.85rem;
      }
    `];
	}
	render() {
		let { actions: e, webhooks: t, templates: n, problems: r } = this.catalog, i = e.filter((e) => e.kind !== "builtin"), a = e.filter((e) => e.kind === "builtin");
		return C`${r?.map((e) => C`<p class="problem">
        <bdi>${e.name}</bdi> (<bdi>${e.source}</bdi>): <bdi>${e.reason}</bdi>
      </p>`)}
    ${this.section("catalog.own", i.map((e) => this.action(e)), !0)}
    ${this.section("catalog.builtin", a.map((e) => this.action(e)))}
    ${t ? this.section("catalog.webhooks", t.map((e) => this.webhook(e))) : T}
    ${n ? this.section("catalog.templates", n.map((e) => C`<div class="line"><code>${e}</code></div>`)) : T}`;
	}
	section(e, t, n = !1) {
		return C`<details ?open=${n && t.length > 0}>
      <summary>${this.t(e)} (${t.length})</summary>
      ${t.length ? C`<ul>${t.map((e) => C`<li>${e}</li>`)}</ul>` : C`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </details>`;
	}
	action(e) {
		return C`<div class="line">
      <span>
        <bdi>${e.title}</bdi> <code>${e.name}</code>
        ${e.description ? C`<br /><small class="quiet"><bdi>${e.description}</bdi></small>` : T}
        <br /><small class="quiet">
          ${this.origin(e)} · ${this.word("reversible", e.rollback)}
          ${e.requires_approval ? C`· ${this.t("catalog.asks")}` : T}
        </small>
      </span>
      <span>
        ${e.active ? T : C`<span class="badge">${this.t("catalog.off")}</span>`}
        <span class="badge ${e.impact === "high" || e.impact === "critical" ? "strong" : ""}">
          ${this.word("risk", e.impact)}
        </span>
      </span>
    </div>`;
	}
	origin(e) {
		let t = this.word("kind", e.kind), n = yn(e.source ?? "");
		return n ? C`<a href=${n} @click=${P}>${t}</a>` : t;
	}
	webhook(e) {
		return C`<div class="line">
      <span>
        <bdi>${e.name}</bdi><br />
        <small class="quiet"><bdi>${e.problem ?? e.methods?.join(", ")}</bdi></small>
      </span>
      ${e.is_signed ? C`<span class="badge">${this.t("catalog.signed")}</span>` : T}
    </div>`;
	}
};
z([j({ attribute: !1 })], bn.prototype, "catalog", void 0), bn = z([A("action-engine-catalog")], bn);
// src/components/circuit-list.ts
var xn = class extends B {
	constructor(...e) {
		super(...e), this.circuits = [];
	}
	static {
		this.styles = [L, o`
      .line > span:first-child {
        flex: 1 1 14em;
        min-width: 0;
      }
      .line > span:last-child {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `];
	}
	render() {
		return C`${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
    ${this.circuits.length ? C`<ul>
          ${this.circuits.map((e) => C`<li>${this.circuit(e)}</li>`)}
        </ul>` : C`<p class="quiet">${this.t("set.circuits.none")}</p>`}`;
	}
	circuit(e) {
		return C`<div class="line">
      <span>
        <bdi>${e.key}</bdi><br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: U(this.hass, e.failures) })}
          ${e.opened ? C`· ${this.since(e.opened)}` : T}
          ${e.error ? C`· <bdi>${e.error}</bdi>` : T}
        </small>
      </span>
      <span>
        <span class="badge ${e.state === "closed" ? "" : "strong"}">
          ${this.word("circuit", e.state)}
        </span>
        <button
          aria-label=${this.t("circuit.reset_what", { circuit: e.key })}
          ?disabled=${this.busy}
          @click=${() => this.reset(e.key)}
        >
          ${this.t("circuit.reset")}
        </button>
      </span>
    </div>`;
	}
	since(e) {
		let t = G(this.hass, (/* @__PURE__ */ new Date(e * 1e3)).toISOString());
		return this.t("circuit.since", { at: t });
	}
	async reset(e) {
		await this.attempt(() => st(this.hass, e)) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
z([j({ attribute: !1 })], xn.prototype, "circuits", void 0), xn = z([A("action-engine-circuits")], xn);
// src/components/engine-card.ts
var Sn = class extends B {
	constructor(...e) {
		super(...e), this.toggle = () => this.act(() => ct(this.hass, !this.settings.enabled)), this.lift = () => this.act(() => et(this.hass));
	}
	static {
		this.styles = [L, o`
      dl {
        display: grid;
        grid-template-columns: minmax(7em, max-content) 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
      }
    `];
	}
	render() {
		let { enabled: e, panicked: t } = this.settings;
		return C`<dl>
        <dt>${this.t("set.engine")}</dt>
        <dd role="status">${this.t(e ? "set.on" : "set.off")}</dd>
        <dt>${this.t("panic")}</dt>
        <dd role="status">${this.t(t ? "set.panic_on" : "set.panic_off")}</dd>
        ${this.options()}
      </dl>
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      ${this.hass.user?.is_admin ? this.buttons(e, t) : T}`;
	}
	buttons(e, t) {
		return C`<div class="actions">
      <button ?disabled=${this.busy} @click=${this.toggle}>
        ${this.t(e ? "set.turn_off" : "set.turn_on")}
      </button>
      ${t ? C`<button ?disabled=${this.busy} @click=${this.lift}>
            ${this.t("panic.lift")}
          </button>` : T}
    </div>`;
	}
	options() {
		let { options: e } = this.settings;
		if (!e) return T;
		let { workers: t, max_queue: n, timeout: r } = e.execution ?? {}, { max_retries: i, initial_delay: a, max_delay: o } = e.retry ?? {}, { verify: s, within: c } = e.verification ?? {};
		return C`${this.row("set.workers", this.count(t))}
    ${this.row("set.max_queue", this.count(n))}
    ${this.row("set.timeout", r ? this.span(r) : this.t("left.none"))}
    ${this.row("set.retries", this.count(i))}
    ${this.row("set.delays", `${this.span(a)} – ${this.span(o)}`)}
    ${this.row("set.verify", s ? this.span(c) : this.t("set.no"))}
    ${this.row("set.code", this.t(e.safety?.approval_code ? "set.yes" : "set.no"))}`;
	}
	row(e, t) {
		return C`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>`;
	}
	count(e) {
		return U(this.hass, Number(e));
	}
	span(e) {
		return W(this.hass, Number(e));
	}
	async act(e) {
		await this.attempt(e) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
z([j({ attribute: !1 })], Sn.prototype, "settings", void 0), Sn = z([A("action-engine-engine")], Sn);
// src/sizes.ts
var Cn = [
	"byte",
	"kilobyte",
	"megabyte",
	"gigabyte",
	"terabyte"
], wn = (e, t) => {
	let n = Math.min(Math.floor(Math.log10(Math.max(t, 1)) / 3), Cn.length - 1), r = t / 1e3 ** n;
	return U(e, r, {
		style: "unit",
		unit: Cn[n] ?? "byte",
		unitDisplay: "short",
		maximumFractionDigits: +(r < 10 && n > 0)
	});
}, Tn = class extends B {
	constructor(...e) {
		super(...e), this.told = "", this.ask = () => {
			this.confirm.open();
		}, this.verify = () => this.act(async () => this.found(await at(this.hass))), this.purge = () => this.act(async () => {
			let { keep_days: e, keep_count: t } = this.journal, { removed: n } = await ot(this.hass, {
				keep_days: e,
				keep_count: t
			});
			return this.t("journal.purged", { count: U(this.hass, n) });
		});
	}
	static {
		this.styles = [L, o`
      dl {
        display: grid;
        grid-template-columns: minmax(7em, max-content) 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `];
	}
	render() {
		let { health: e, size: t } = this.journal;
		return C`${e.durable ? T : C`<p class="problem" role="status">
          ${this.t("journal.unwell", { reason: e.reason ?? "" })}
        </p>`}
      <dl>
        ${this.row("journal.place", C`<bdi>${e.place}</bdi>`)}
        ${t ? this.sizes(t) : T} ${this.row("journal.kept", this.kept())}
        ${this.row("journal.verified", this.verified())}
      </dl>
      <p role="status">${this.busy ? this.t("journal.busy") : this.told}</p>
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T}
      <div class="actions">
        <button ?disabled=${this.busy} @click=${this.verify}>${this.t("journal.verify")}</button>
        <button class="danger" ?disabled=${this.busy} @click=${this.ask}>
          ${this.t("journal.purge")}
        </button>
      </div>
      <action-engine-confirm
        heading=${this.t("journal.purge_ask")}
        yes=${this.t("journal.purge_yes")}
        no=${this.t("back")}
        @confirmed=${this.purge}
      >
        <p>${this.t("journal.purge_what", { kept: this.kept() })}</p>
      </action-engine-confirm>`;
	}
	row(e, t) {
		return C`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>`;
	}
	sizes(e) {
		return C`${e.bytes === null ? T : this.row("journal.size", wn(this.hass, e.bytes))}
    ${this.row("journal.executions", U(this.hass, e.executions))}
    ${this.row("journal.events", U(this.hass, e.events))}
    ${e.oldest === null ? T : this.row("journal.oldest", G(this.hass, e.oldest))}`;
	}
	kept() {
		let e = U(this.hass, this.journal.keep_days);
		return this.t("journal.kept_are", {
			days: e,
			count: U(this.hass, this.journal.keep_count)
		});
	}
	verified() {
		let { verified: e } = this.journal;
		return e === null ? this.t("journal.never") : `${G(this.hass, e.at)}: ${this.found(e)}`;
	}
	found(e) {
		if (e.first_broken) {
			let { execution_id: t, why: n } = e.first_broken;
			return this.t("journal.broken", {
				execution: t,
				why: n
			});
		}
		let t = U(this.hass, e.executions);
		return e.unknown_key ? this.t("journal.partly", {
			count: t,
			unknown: U(this.hass, e.unknown_key)
		}) : this.t("journal.whole", { count: t });
	}
	async act(e) {
		await this.attempt(async () => {
			this.told = await e();
		}) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
z([j({ attribute: !1 })], Tn.prototype, "journal", void 0), z([M()], Tn.prototype, "told", void 0), z([N("action-engine-confirm")], Tn.prototype, "confirm", void 0), Tn = z([A("action-engine-journal")], Tn);
// src/components/policy-list.ts
var En = class extends B {
	constructor(...e) {
		super(...e), this.policies = [], this.people = {};
	}
	static {
		this.styles = [L, o`
      .line > span:first-child {
        flex: 1 1 16em;
        min-width: 0;
      }
    `];
	}
	render() {
		return this.policies.length ? C`<ul>
      ${this.policies.map((e) => C`<li>${this.policy(e)}</li>`)}
    </ul>` : C`<p class="quiet">${this.t("policies.none")}</p>`;
	}
	policy(e) {
		let t = e.settings?.applies;
		return C`<div class="line">
      <span>
        <bdi>${e.name}</bdi>
        ${t ? C`<br /><small class="quiet">
                <bdi>${this.t("set.for", { who: this.who(t) })}</bdi>
              </small>` : T}
        ${this.trust(e)}
        <br /><small class="quiet">${this.left(e)}</small>
      </span>
      <span>
        ${e.mode ? C`<span class="badge"><bdi>${e.mode}</bdi></span>` : T}
        <span class="badge">${this.status(e)}</span>
      </span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = Et(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	trust(e) {
		let { safety_mode: t, trusted: n } = e.settings?.trust ?? {};
		if (t === void 0) return T;
		let r = n && t === "permissive";
		return C`<br /><small class="quiet">
        ${this.word("safety", r ? "any" : t)}${n ? ` · ${this.t("set.trusted")}` : T}
      </small>`;
	}
	who(e) {
		return [
			...e.users.map((e) => this.people[e] ?? this.t("set.account")),
			...e.entities.map((e) => K(this.hass, e)),
			...e.labels.map((e) => this.t("set.label", { name: e })),
			...e.assistants.map((e) => this.word("assistant", e)),
			...e.platforms,
			...e.agents ? [this.t("set.agents")] : [],
			...e.household ? [this.t("set.household")] : []
		].join(", ") || this.t("set.nobody");
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: U(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: U(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
};
z([j({ attribute: !1 })], En.prototype, "policies", void 0), z([j({ attribute: !1 })], En.prototype, "people", void 0), En = z([A("action-engine-policies")], En);
// src/views/settings-view.ts
var Dn = class extends B {
	constructor(...e) {
		super(...e), this.settings = null, this.rest = null, this.live = new J(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([Qe(this.hass), this.rest ?? this.loadRest()]);
			this.settings = e, this.rest = t;
		}), this.reloadJournal = () => this.fetching(async () => {
			let e = await it(this.hass);
			this.rest &&= {
				...this.rest,
				journal: e
			};
		});
	}
	static {
		this.styles = [L, o`
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
        align-items: start;
      }
      .grid > * {
        min-width: 0;
      }
      .stack {
        display: grid;
        gap: 16px;
      }
      .stack:not(:has(*)) {
        display: none;
      }
      .wide {
        grid-column: 1 / -1;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        justify-content: space-between;
        align-items: baseline;
      }
    `];
	}
	async loadRest() {
		if (!this.hass.user?.is_admin) return {
			catalog: await nt(this.hass),
			journal: null,
			assistants: null
		};
		let [e, t, n] = await Promise.all([
			nt(this.hass),
			it(this.hass),
			rt(this.hass)
		]);
		return {
			catalog: e,
			journal: t,
			assistants: n
		};
	}
	render() {
		let e = this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : T;
		return this.settings === null || this.rest === null ? C`${e}${this.problem ? T : C`<p>${this.t("loading")}</p>`}` : C`${e}
      <div class="grid">${this.cards(this.settings, this.rest)}</div>`;
	}
	cards(e, t) {
		let { hass: n } = this;
		return C`${this.card("policies", C`<action-engine-policies
        .hass=${n}
        .policies=${e.policies}
        .people=${e.people ?? {}}
      ></action-engine-policies>`, "set.edit_policies")}
    ${this.card("set.engine", C`<action-engine-engine
        .hass=${n}
        .settings=${e}
        @changed=${this.load}
      ></action-engine-engine>`, "set.edit_options")}
    ${t.journal ? this.card("journal", C`<action-engine-journal
            .hass=${n}
            .journal=${t.journal}
            @changed=${this.reloadJournal}
          ></action-engine-journal>`) : T}
    <div class="stack">
      ${e.circuits ? this.card("set.circuits", C`<action-engine-circuits
            .hass=${n}
            .circuits=${e.circuits}
            @changed=${this.load}
          ></action-engine-circuits>`) : T}
    ${t.assistants ? this.card("llm", C`<action-engine-assistants
            .hass=${n}
            .assistants=${t.assistants}
          ></action-engine-assistants>`) : T}
    </div>
    ${this.card("catalog", C`<action-engine-catalog
        .hass=${n}
        .catalog=${t.catalog}
      ></action-engine-catalog>`, "set.edit_catalog", "wide")}`;
	}
	card(e, t, n, r = "") {
		return C`<section class="card ${r}" aria-labelledby=${e}>
      <header>
        <h2 id=${e}>${this.t(e)}</h2>
        ${n && this.hass.user?.is_admin ? C`<a href=${_n} @click=${P}>${this.t(n)}</a>` : T}
      </header>
      ${t}
    </section>`;
	}
};
z([M()], Dn.prototype, "settings", void 0), z([M()], Dn.prototype, "rest", void 0), Dn = z([A("action-engine-settings")], Dn);
// src/views.ts
var On = {
	overview: (e) => C`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => C`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? C`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : C`<action-engine-executions .hass=${e}></action-engine-executions>`,
	settings: (e) => C`<action-engine-settings .hass=${e}></action-engine-settings>`
}, kn = Object.keys(On), An = class extends B {
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
        max-width: 100%;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        color: inherit;
        text-decoration: none;
        padding: 16px 8px 12px;
        white-space: nowrap;
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
		if (!this.hass) return T;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = kn.find((t) => t === e) ?? "overview";
		return C`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? C`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : T}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${kn.map((e) => C`<a
              href="${F}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${P}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${On[n](this.hass, Ve(t))}</main>`;
	}
};
z([j({
	type: Boolean,
	reflect: !0
})], An.prototype, "narrow", void 0), z([j({ attribute: !1 })], An.prototype, "route", void 0), An = z([A("action-engine-panel")], An);
export { An as ActionEnginePanel };
