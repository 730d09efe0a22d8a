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
var se = globalThis, ce = (e) => e, le = se.trustedTypes, ue = le ? le.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, de = "$lit$", _ = `lit$${Math.random().toFixed(9).slice(2)}$`, fe = "?" + _, pe = `<${fe}>`, v = document, y = () => v.createComment(""), me = (e) => e === null || typeof e != "object" && typeof e != "function", he = Array.isArray, ge = (e) => he(e) || typeof e?.[Symbol.iterator] == "function", _e = "[ 	\n\f\r]", ve = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, ye = /-->/g, be = />/g, b = RegExp(`>|${_e}(?:([^\\s"'>=/]+)(${_e}*=${_e}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), xe = /'/g, Se = /"/g, Ce = /^(?:script|style|textarea|title)$/i, x = ((e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}))(1), S = Symbol.for("lit-noChange"), C = Symbol.for("lit-nothing"), we = /* @__PURE__ */ new WeakMap(), w = v.createTreeWalker(v, 129);
function Te(e, t) {
	if (!he(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ue === void 0 ? t : ue.createHTML(t);
}
var Ee = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = ve;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === ve ? c[1] === "!--" ? o = ye : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = b) : (Ce.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = b) : o = be : o === b ? c[0] === ">" ? (o = i ?? ve, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? b : c[3] === "\"" ? Se : xe) : o === Se || o === xe ? o = b : o === ye || o === be ? o = ve : (o = b, i = void 0);
		let d = o === b && e[t + 1].startsWith("/>") ? " " : "";
		a += o === ve ? n + pe : l >= 0 ? (r.push(s), n.slice(0, l) + de + n.slice(l) + _ + d) : n + _ + (l === -2 ? t : d);
	}
	return [Te(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, De = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = Ee(t, n);
		if (this.el = e.createElement(l, r), w.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = w.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(de)) {
					let t = u[o++], n = i.getAttribute(e).split(_), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? Ae : r[1] === "?" ? je : r[1] === "@" ? Me : E
					}), i.removeAttribute(e);
				} else e.startsWith(_) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (Ce.test(i.tagName)) {
					let e = i.textContent.split(_), t = e.length - 1;
					if (t > 0) {
						i.textContent = le ? le.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], y()), w.nextNode(), c.push({
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
function T(e, t, n = e, r) {
	if (t === S) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = me(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = T(e, i._$AS(e, t.values), i, r)), t;
}
var Oe = class {
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
		w.currentNode = r;
		let i = w.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new ke(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Ne(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = w.nextNode(), a++);
		}
		return w.currentNode = v, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, ke = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = C, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
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
		e = T(this, e, t), me(e) ? e === C || e == null || e === "" ? (this._$AH !== C && this._$AR(), this._$AH = C) : e !== this._$AH && e !== S && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? ge(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== C && me(this._$AH) ? this._$AA.nextSibling.data = e : this.T(v.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = De.createElement(Te(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new Oe(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = we.get(e.strings);
		return t === void 0 && we.set(e.strings, t = new De(e)), t;
	}
	k(t) {
		he(this._$AH) || (this._$AH = [], this._$AR());
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
}, E = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = C, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = C;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = T(this, e, t, 0), a = !me(e) || e !== this._$AH && e !== S, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = T(this, r[n + o], t, o), s === S && (s = this._$AH[o]), a ||= !me(s) || s !== this._$AH[o], s === C ? e = C : e !== C && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === C ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, Ae = class extends E {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === C ? void 0 : e;
	}
}, je = class extends E {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== C);
	}
}, Me = class extends E {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = T(this, e, t, 0) ?? C) === S) return;
		let n = this._$AH, r = e === C && n !== C || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== C && (n === C || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Ne = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		T(this, e);
	}
}, Pe = {
	M: de,
	P: _,
	A: fe,
	C: 1,
	L: Ee,
	R: Oe,
	D: ge,
	V: T,
	I: ke,
	H: E,
	N: je,
	U: Me,
	B: Ae,
	F: Ne
}, Fe = se.litHtmlPolyfillSupport;
Fe?.(De, ke), (se.litHtmlVersions ??= []).push("3.3.3");
var Ie = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new ke(t.insertBefore(y(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, Le = globalThis, D = class extends g {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Ie(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return S;
	}
};
D._$litElement$ = !0, D.finalized = !0, Le.litElementHydrateSupport?.({ LitElement: D });
var Re = Le.litElementPolyfillSupport;
Re?.({ LitElement: D }), (Le.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var O = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, ze = {
	attribute: !0,
	type: String,
	converter: ie,
	reflect: !1,
	hasChanged: ae
}, Be = (e = ze, t, n) => {
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
function k(e) {
	return (t, n) => typeof n == "object" ? Be(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function A(e) {
	return k({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var Ve = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function j(e, t) {
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
			return Ve(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return Ve(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var He = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, M = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), He(t.pathname));
}, Ue = "/action-engine", N = (e) => `${Ue}/executions/${encodeURIComponent(e)}`, P = o`
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
`, F = (e, t, n = {}) => e.callWS({
	...n,
	type: `action_engine/${t}`
}), We = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), Ge = async (e) => (await F(e, "list_answers")).answers, Ke = (e, t) => F(e, "get_proposal", { approval_id: t }), qe = async (e, t, n, r) => (await F(e, "approve", {
	approval_id: t,
	actions: n,
	...r ? { notes: r } : {}
})).replaced_by, Je = async (e) => (await F(e, "list_approvals")).approvals, Ye = (e, t, n) => F(e, "approve", {
	...n,
	approval_id: t
}), Xe = (e, t, n) => F(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Ze = async (e) => (await F(e, "executions")).executions, Qe = (e, t) => F(e, "list_executions", t), $e = (e, t) => F(e, "get_execution", { execution_id: t }), et = (e, t) => F(e, "cancel", { execution_id: t }), tt = (e, t) => F(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), nt = (e, t) => F(e, "rollback", {
	execution_id: t,
	wait: !1
}), rt = async (e) => (await F(e, "list_grants")).grants, it = (e, t) => F(e, "revoke_grant", { grant_id: t }), at = (e) => F(e, "settings"), ot = (e) => e.callService("action_engine", "panic_stop"), st = (e) => e.callService("action_engine", "lift_panic"), ct = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }), lt = (e) => e ? { agent: e } : {}, ut = (e, t, n, r) => F(e, "check", {
	text: t,
	kind: n,
	...lt(r)
}), dt = async (e, t, n) => {
	let { execution_id: r, state: i } = await F(e, "run", {
		yaml: t,
		wait: !1,
		...lt(n)
	});
	return {
		...r ? { execution_id: r } : {},
		...i ? { state: i } : {}
	};
}, ft = async (e, t, n) => {
	let { execution_id: r, error: i } = await F(e, "run_plan", {
		...t,
		wait: !1,
		...lt(n)
	});
	return {
		...r ? { execution_id: r } : {},
		...i ? { error: i.message } : {}
	};
}, pt = async (e, t, n, r) => (await F(e, "process_response", {
	response: t,
	llm_response_id: r,
	...lt(n)
})).actions, mt = {
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
	"try.plan": "The plan",
	"try.watched": "What runs",
	"try.asked": "A person is being asked"
}, ht = { en: mt }, gt = (e, t, n = {}) => ((ht[e] ?? ht[e.split("-")[0] ?? ""] ?? mt)[t] ?? mt[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), _t = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in mt ? gt(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function I(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var L = class extends D {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return gt(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return _t(this.hass.locale.language, e, t);
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
I([k({ attribute: !1 })], L.prototype, "hass", void 0), I([A()], L.prototype, "problem", void 0), I([A()], L.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var vt = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, yt = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), bt = class {
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
}, { I: xt } = Pe, St = (e) => e, Ct = () => document.createComment(""), R = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new xt(r.insertBefore(Ct(), i), r.insertBefore(Ct(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = St(e).nextSibling;
				St(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, z = (e, t, n = e) => (e._$AI(t, n), e), wt = {}, Tt = (e, t = wt) => e._$AH = t, Et = (e) => e._$AH, Dt = (e) => {
	e._$AR(), e._$AA.remove();
}, Ot = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, kt = yt(class extends bt {
	constructor(e) {
		if (super(e), e.type !== vt.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = Et(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = z(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = z(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = z(i[d], a[m]), R(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = z(i[f], a[p]), R(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = Ot(o, p, m), u = Ot(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = R(e, i[d]);
					z(t, a[p]), c[p] = t;
				} else c[p] = z(n, a[p]), R(e, i[d], n), i[t] = null;
				p++;
			} else Dt(i[f]), f--;
		} else Dt(i[d]), d++;
		for (; p <= m;) {
			let t = R(e, c[m + 1]);
			z(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && Dt(e);
		}
		return this.ut = o, Tt(e, c), S;
	}
}), At = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, B = (e, t, n = {}) => new Intl.NumberFormat(At(e), n).format(t), V = (e, t) => B(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), H = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return B(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, jt = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return H(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, Mt = (e, t) => {
	let { language: n, time_format: r, time_zone: i } = e.locale;
	return new Intl.DateTimeFormat(r === "system" ? void 0 : n, {
		dateStyle: "medium",
		timeStyle: "medium",
		...r === "12" ? { hour12: !0 } : {},
		...r === "24" ? { hour12: !1 } : {},
		...i === "server" ? { timeZone: e.config.time_zone } : {}
	}).format(new Date(t));
}, U = (e, t) => {
	let n = e.states[t]?.attributes.friendly_name;
	if (n === void 0) return t;
	let r = e.entities?.[t], i = e.devices?.[r?.device_id ?? ""], a = e.areas?.[r?.area_id ?? i?.area_id ?? ""]?.name;
	return a && !n.includes(a) ? `${n} (${a})` : n;
}, Nt = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), Pt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return Nt(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${Nt(e.slice(0, t))}: ${n}`;
}, Ft = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), It = 300, Lt = 3e3, W = class {
	constructor(e, t, n, r = () => !0, i = It) {
		this.host = e, this.streams = t, this.load = n, this.concerns = r, this.wait = i, this.unsubscribe = [], this.timers = /* @__PURE__ */ new Set(), this.gathering = !1, this.life = 0, e.addController(this);
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
			let n = await ct(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), r = () => void n().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(r) : r();
		} catch {
			this.later(Lt, t, () => void this.follow(e, t));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(Lt, t, () => {
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
}, Rt = /[\u202a-\u202e\u2066-\u2069]/gu, G = (e) => e.replace(Rt, "�"), zt = 1e3, Bt = class extends L {
	constructor(...e) {
		super(...e), this.answers = [], this.live = new W(this, ["subscribe_approvals"], () => this.load(), (e) => e.kind === "approval", zt);
	}
	static {
		this.styles = P;
	}
	load() {
		return this.fetching(async () => {
			this.answers = await Ge(this.hass);
		});
	}
	render() {
		return !this.answers.length && !this.problem ? C : x`<section class="card" aria-labelledby="answered">
      <h2 id="answered">${this.t("answered")}</h2>
      ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      <ul>
        ${this.answers.map((e) => x`<li>${this.answer(e)}</li>`)}
      </ul>
    </section>`;
	}
	answer(e) {
		let t = e.answered_by ? e.names?.[e.answered_by] ?? this.t("somebody") : null;
		return x`<div class="line">
      <span>
        <a href=${N(e.execution_id)} @click=${M}>
          <bdi>${G(e.name)}</bdi>
        </a>
        ${e.notes ? x`<br /><small class="quiet">“<bdi>${G(e.notes)}</bdi>”</small>` : C}
      </span>
      <span>
        <span class="badge ${e.answer === "rejected" ? "strong" : ""}">
          ${this.word("answer", e.answer)}
        </span>
        <small class="quiet">
          ${t === null ? C : x`<bdi>${G(t)}</bdi>,`}
          ${e.answered ? Mt(this.hass, e.answered) : C}
        </small>
      </span>
    </div>`;
	}
};
I([A()], Bt.prototype, "answers", void 0), Bt = I([O("action-engine-answered")], Bt);
// src/asker.ts
var Vt = (e, t) => {
	if (!t) return null;
	let { agent: n } = t, r = [n?.platform, n?.assistant].filter(Boolean).join(" / "), i = t.entity_id === null ? null : U(e, t.entity_id), a = [
		r || null,
		i,
		t.name
	].filter((e) => e !== null);
	return a.length ? G(a.join(", ")) : null;
}, Ht = (e, t) => {
	let n = Number(/\bline (\d+), column \d+/.exec(t)?.[1] ?? 0);
	if (n > 0) return Ut(e, n);
	let r = /(?:^|\s)(\d+)(?:\/[\w/-]+)?: /.exec(t)?.[1];
	return r === void 0 ? null : Wt(e, Number(r));
}, Ut = (e, t) => {
	let n = e.split("\n"), r = Math.min(t, n.length), i = n.slice(0, r - 1).reduce((e, t) => e + t.length + 1, 0);
	return {
		line: r,
		start: i,
		end: i + (n[r - 1]?.length ?? 0)
	};
}, Wt = (e, t) => {
	let n = e.split("\n"), r = /^( *)- /.exec(n.find((e) => /^ *- /.test(e)) ?? "")?.[1];
	if (r === void 0) return null;
	let i = n.flatMap((e, t) => e.startsWith(`${r}- `) ? [t + 1] : [])[t];
	return i === void 0 ? null : Ut(e, i);
}, K = class extends L {
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
			let n = Ht(e.value, this.problem ?? "");
			e.focus(), n && e.setSelectionRange(n.start, n.end);
		};
	}
	static {
		this.styles = [P, o`
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
		return x`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.t("change.title")}</h2>
      ${this.proposal === null ? x`<p role="status">${this.problem ? "" : this.t("loading")}</p>` : this.form(this.proposal)}
      ${this.problem ? this.trouble(this.problem) : C}
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
		return x`<p id="help">${this.t(e.hidden ? "change.hidden" : "change.help")}</p>
      ${e.begun ? x`<p class="alarm">${this.t("change.begun")}</p>` : C}
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
      ${e.hidden ? C : x`<label>
            ${this.t("approval.reason")}
            <input maxlength="255" .value=${this.notes} @input=${this.setNotes} />
          </label>`}`;
	}
	trouble(e) {
		let t = Ht(this.area?.value ?? "", e);
		return x`<p id="problem" class="problem" role="alert">
      ${t ? x`<strong>
            ${this.t("change.line", { line: B(this.hass, t.line) })}
          </strong>` : C}
      ${e}
    </p>`;
	}
};
I([k({ attribute: !1 })], K.prototype, "approval", void 0), I([A()], K.prototype, "proposal", void 0), I([A()], K.prototype, "notes", void 0), I([j("dialog")], K.prototype, "dialog", void 0), I([j("textarea")], K.prototype, "area", void 0), K = I([O("action-engine-change")], K);
// src/components/approval-answers.ts
var Gt = [
	15,
	60,
	480
], q = class extends L {
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
		this.styles = [P, o`
      label.reason {
        flex: 1 1 12em;
      }
    `];
	}
	render() {
		return x`${this.approval.may_answer ? this.answers() : this.withdrawal()}
    ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}`;
	}
	withdrawal() {
		return x`<div class="actions">
      <span class="quiet">${this.t("approval.not_you")}</span>
      <button ?disabled=${this.busy} @click=${this.withdraw}>
        ${this.t("approval.withdraw")}
      </button>
    </div>`;
	}
	answers() {
		let e = this.approval.risk === "critical";
		return x`${e && this.hasCode !== !1 ? this.codeField() : C}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? C : this.similarField()}
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
		let e = B(this.hass, this.approval.needed);
		return x`<div class="actions">
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
		return x`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${Gt.map((e) => x`<option value=${e}>
            ${B(this.hass, e < 60 ? e : e / 60, {
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
I([k({ attribute: !1 })], q.prototype, "approval", void 0), I([k({ attribute: !1 })], q.prototype, "hasCode", void 0), I([A()], q.prototype, "code", void 0), I([A()], q.prototype, "reason", void 0), I([A()], q.prototype, "minutes", void 0), I([j("action-engine-change")], q.prototype, "change", void 0), q = I([O("action-engine-answers")], q);
// src/parameters.ts
var J = (e, t) => V(e, t), Kt = (e) => (t, n) => `${B(t, n)} ${e}`, qt = {
	brightness: (e, t) => V(e, Math.round(t / 255 * 100)),
	brightness_pct: J,
	brightness_step_pct: J,
	humidity: J,
	percentage: J,
	position: J,
	tilt_position: J,
	volume_level: (e, t) => V(e, Math.round(t * 100)),
	color_temp_kelvin: Kt("K"),
	kelvin: Kt("K"),
	transition: H,
	duration: H
}, Jt = /^(target_)?temp(erature)?(_high|_low)?$/, Yt = (e, t) => Object.entries(t ?? {}).filter(([, e]) => e !== null).map(([t, n]) => ({
	name: G(t.replace(/_pct$/, "").replaceAll("_", " ")),
	value: G(Xt(e, t, n)),
	later: Zt(n)
})), Xt = (e, t, n) => typeof n == "number" ? Jt.test(t) ? `${B(e, n)} ${e.config.unit_system?.temperature ?? "°"}` : Object.hasOwn(qt, t) ? qt[t]?.(e, n) ?? "" : B(e, n) : Array.isArray(n) && n.every((e) => typeof e != "object") ? n.join(", ") : Ft(n), Zt = (e) => typeof e == "string" ? /\{\{|\{%/.test(e) : typeof e != "object" || !e ? !1 : Object.values(e).some(Zt), Qt = 12, $t = class extends L {
	constructor(...e) {
		super(...e), this.touches = [];
	}
	static {
		this.styles = [P, o`
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
        display: flex;
        gap: 4px;
        max-width: 100%;
        padding: 1px 8px;
        border-radius: 6px;
        background: var(--secondary-background-color, #eee);
        font-size: 0.9rem;
      }
      dt {
        flex: none;
        max-width: 50%;
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
        min-width: 0;
        max-height: 10em;
        overflow: auto;
        white-space: pre-wrap;
      }
      dd code {
        font-size: 0.85rem;
      }
    `];
	}
	render() {
		return x`<ul>
      ${this.touches.map((e) => this.touch(e))}
    </ul>`;
	}
	touch(e) {
		let t = e.risk === "critical" || e.risk === "high", n = Yt(this.hass, e.data), r = e.templated === !0 || n.some((e) => e.later);
		return x`<li class="${t ? "bad" : ""} ${e.opened_from ? "inside" : ""}">
      <strong title=${e.action}>${Pt(e.tool ?? e.action)}</strong>
      ${this.targets(e)}
      ${e.opened_from ? x`<span class="quiet">
            ${this.t("approval.from", { source: G(U(this.hass, e.opened_from)) })}
          </span>` : C}
      ${n.length ? x`<dl>${n.map((e) => this.parameter(e))}</dl>` : x`<br />`}
      ${r ? x`<small class="quiet">${this.t("approval.later")}</small><br />` : C}
      <small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
      ${e.reversible ? C : x`<small class="quiet">· ${this.t("reversible.no")}</small>`}
    </li>`;
	}
	targets(e) {
		if (e.everything) return x`– ${this.t("approval.everything")}`;
		if (!e.entity_ids.length) return C;
		let t = e.entity_ids.slice(0, Qt), n = t.map((e) => G(U(this.hass, e))).join(", "), r = e.entity_ids.length - t.length;
		return x`– <bdi title=${e.entity_ids.join(", ")}>${n}</bdi>
      ${r > 0 ? this.t("approval.more", { count: r }) : C}`;
	}
	parameter(e) {
		return x`<div>
      <dt><bdi>${e.name}</bdi></dt>
      <dd>${e.later ? x`<code><bdi>${e.value}</bdi></code>` : x`<bdi>${e.value}</bdi>`}</dd>
    </div>`;
	}
};
I([k({ attribute: !1 })], $t.prototype, "touches", void 0), $t = I([O("action-engine-touches")], $t);
// src/components/approval-card.ts
var Y = class extends L {
	constructor(...e) {
		super(...e), this.policyName = "", this.now = 0, this.tell = (e) => {
			let { detail: t } = e;
			this.dispatchEvent(new CustomEvent("answered", { detail: t }));
		};
	}
	static {
		this.styles = [P, o`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        min-width: 0;
        margin: 0;
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
		return x`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name"><bdi>${G(e.name)}</bdi></h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? x`<span class="badge">${this.word("reversible", t.reversible)}</span>` : C}
      </header>
      <p class="quiet">${this.asked()}</p>
      <p class="quiet">
        <span role="timer">${this.time()}</span>
        ${t?.expected_seconds == null ? C : x`· ${this.t("approval.takes", { time: H(this.hass, t.expected_seconds) })}`}
        ${e.needed > 1 ? x`· ${this.agreed()}` : C}
      </p>
      ${this.bar()}
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? x`<action-engine-touches
            .hass=${this.hass}
            .touches=${t.steps}
          ></action-engine-touches>` : x`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => x`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()}
      <action-engine-answers
        .hass=${this.hass}
        .approval=${e}
        .hasCode=${this.hasCode}
        @answered=${this.tell}
      ></action-engine-answers>
      <p>
        <a href=${N(e.execution_id)} @click=${M}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	asked() {
		let e = this.policyName || this.approval.policy, t = Vt(this.hass, this.approval.asker), n = this.approval.asker?.kind;
		return x`${t === null ? C : x`${this.t("approval.asker")} <bdi>${t}</bdi>
            ${n ? x`(${this.word("asker", n)})` : C} · `}${this.t("approval.policy", { policy: e })}`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: jt(this.hass, this.approval.expires, this.now) });
	}
	bar() {
		let [e, t] = [Date.parse(this.approval.asked), Date.parse(this.approval.expires)], n = Math.min(Math.max((t - this.now) / Math.max(t - e, 1), 0), 1);
		return x`<div class="left ${n < .1 ? "short" : ""}" aria-hidden="true">
      <div style="width:${n * 100}%"></div>
    </div>`;
	}
	agreed() {
		let { agreed: e, needed: t, names: n } = this.approval, r = e.map((e) => n?.[e] ?? "").filter(Boolean), i = this.t("approval.agreed", {
			agreed: B(this.hass, e.length),
			needed: B(this.hass, t)
		});
		return r.length ? `${i}: ${G(r.join(", "))}` : i;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? x`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => x`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote><bdi>${this.quote(e, t)}</bdi></blockquote>`)}` : C;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? V(this.hass, t * 100) : G(Ft(t));
	}
};
I([k({ attribute: !1 })], Y.prototype, "approval", void 0), I([k()], Y.prototype, "policyName", void 0), I([k({ attribute: !1 })], Y.prototype, "hasCode", void 0), I([k({ type: Number })], Y.prototype, "now", void 0), Y = I([O("action-engine-approval")], Y);
// src/components/grant-list.ts
var en = 1500, tn = class extends L {
	constructor(...e) {
		super(...e), this.policies = [], this.now = 0, this.grants = [], this.live = new W(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step", en);
	}
	static {
		this.styles = [P, o`
      .line > span {
        flex: 1 1 14em;
        min-width: 0;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			this.grants = await rt(this.hass);
		});
	}
	render() {
		let e = this.grants.filter((e) => Date.parse(e.until) > this.now);
		return !e.length && !this.problem ? C : x`<section class="card" aria-labelledby="grants">
      <h2 id="grants">${this.t("grants")}</h2>
      ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      <ul>
        ${e.map((e) => x`<li>${this.grant(e)}</li>`)}
      </ul>
    </section>`;
	}
	grant(e) {
		let t = e.actions.map(Pt).join(", "), n = e.entity_ids.map((e) => G(U(this.hass, e))).join(", "), r = this.policies.find((t) => t.policy_id === e.policy)?.name, i = G(e.given_by_name ?? this.t("somebody")), a = jt(this.hass, e.until, this.now), o = B(this.hass, e.uses);
		return x`<div class="line">
      <span>
        <strong>${t}</strong> ${n ? x`– <bdi>${n}</bdi>` : C}<br />
        <small class="quiet">
          ${this.t("grants.by", {
			by: i,
			policy: r ?? e.policy
		})} ·
          ${this.t("approval.expires", { time: a })} ·
          ${this.t(e.uses === 1 ? "grants.use" : "grants.uses", { count: o })}
        </small>
      </span>
      <button
        ?disabled=${this.busy}
        aria-label=${this.t("grants.revoke_what", { what: `${t} – ${n}` })}
        @click=${() => this.revoke(e)}
      >
        ${this.t("grants.revoke")}
      </button>
    </div>`;
	}
	async revoke(e) {
		await this.attempt(() => it(this.hass, e.grant_id)) && await this.load();
	}
};
I([k({ attribute: !1 })], tn.prototype, "policies", void 0), I([k({ type: Number })], tn.prototype, "now", void 0), I([A()], tn.prototype, "grants", void 0), tn = I([O("action-engine-grants")], tn);
// src/views/approvals-view.ts
var nn = class extends L {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.instead = null, this.settings = null, this.live = new W(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([Je(this.hass), at(this.hass)]);
			this.settings = t, this.approvals = e;
		}), this.hear = (e) => {
			this.instead = e.detail, this.load();
		};
	}
	static {
		this.styles = [P, o`
      .cards {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
      .past {
        display: grid;
        gap: 16px;
        margin-top: 16px;
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
		return x`${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      <div role="status" class="quiet">${this.standing()}</div>
      <div role="status">${this.replaced()}</div>
      <div class="cards">
        ${kt(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
      </div>
      <div class="past">
        <action-engine-grants
          .hass=${this.hass}
          .policies=${this.settings?.policies ?? []}
          .now=${this.now}
        ></action-engine-grants>
        <action-engine-answered .hass=${this.hass}></action-engine-answered>
      </div>`;
	}
	replaced() {
		return this.instead?.instead ? x`<p>
      ${this.t("change.done", { name: G(this.instead.name) })}
      <a href=${N(this.instead.instead)} @click=${M}>
        ${this.t("change.instead")}
      </a>
    </p>` : C;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return x`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.hear}
    ></action-engine-approval>`;
	}
};
I([A()], nn.prototype, "approvals", void 0), I([A()], nn.prototype, "now", void 0), I([A()], nn.prototype, "instead", void 0), nn = I([O("action-engine-approvals")], nn);
// src/components/confirm-dialog.ts
var X = class extends D {
	constructor(...e) {
		super(...e), this.heading = "", this.yes = "", this.no = "", this.empty = !1, this.close = () => {
			this.dialog.close();
		}, this.confirm = () => {
			this.dialog.close(), this.dispatchEvent(new CustomEvent("confirmed"));
		};
	}
	static {
		this.styles = [P, o`
      :host {
        display: contents;
      }
    `];
	}
	open() {
		this.dialog.showModal();
	}
	render() {
		return x`<dialog aria-labelledby="heading">
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
I([k()], X.prototype, "heading", void 0), I([k()], X.prototype, "yes", void 0), I([k()], X.prototype, "no", void 0), I([k({ type: Boolean })], X.prototype, "empty", void 0), I([j("dialog")], X.prototype, "dialog", void 0), X = I([O("action-engine-confirm")], X);
// node_modules/lit-html/directives/guard.js
var rn = {}, an = yt(class extends bt {
	constructor() {
		super(...arguments), this.ot = rn;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return S;
		} else if (this.ot === t) return S;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), on = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), sn = class {
	constructor(e, t, n) {
		this.isNeeded = t, this.tick = n, this.frame = 0, this.shown = 0, this.beat = (e) => {
			if (this.frame = 0, !this.isNeeded()) return;
			let t = cn() ? 1e3 : 0;
			e - this.shown >= t && (this.shown = e, this.tick()), this.frame = requestAnimationFrame(this.beat);
		}, e.addController(this);
	}
	hostUpdated() {
		this.isNeeded() && !this.frame && (this.frame = requestAnimationFrame(this.beat));
	}
	hostDisconnected() {
		cancelAnimationFrame(this.frame), this.frame = 0;
	}
}, cn = () => matchMedia("(prefers-reduced-motion: reduce)").matches, ln = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken"
}, un = (e) => e.status in ln, dn = class {
	constructor(e) {
		this.timeline = e, this.firsts = /* @__PURE__ */ new Map(), this.intents = /* @__PURE__ */ new Map(), this.ends = /* @__PURE__ */ new Map();
		for (let t of e) this.firsts.has(t.path) || this.firsts.set(t.path, t), t.kind === "intent" && !this.intents.has(t.path) && this.intents.set(t.path, t), (t.kind === "result" || t.kind === "raised") && this.ends.set(t.path, t);
	}
}, fn = (e, t = new dn(e.timeline)) => {
	let n = on(e.started ?? e.created), r = e.ended === null ? null : Math.max(on(e.ended) - n, 1e-4), i = pn(e, t), a = hn(i, t);
	return {
		bars: i.map((e) => {
			let i = a.get(e.path), o = i === void 0 ? null : Math.max(i - n, 0);
			return {
				step: e,
				sent: yn(t.intents.get(e.path)?.data),
				segments: o === null ? [] : gn(e, Math.min(o, r ?? o))
			};
		}),
		begin: n,
		seconds: r
	};
}, pn = (e, t) => {
	let n = e.steps ?? [], r = new Set(n.map((e) => e.path)), i = [];
	for (let [e, n] of t.intents) r.has(e) || i.push(mn(e, n, t.ends.get(e)));
	return [...n, ...i];
}, mn = (e, t, n) => {
	let r = bn(t.data) ?? {}, i = r.targets;
	return {
		path: e,
		action: `${String(r.domain)}.${String(r.service)}`,
		status: n === void 0 ? "started" : n.kind === "result" ? "succeeded" : "failed",
		duration: n === void 0 ? 0 : on(n.at) - on(t.at),
		targets: Array.isArray(i) ? i.map(String) : []
	};
}, hn = (e, t) => {
	let n = /* @__PURE__ */ new Map();
	for (let { path: r, began: i } of e) {
		let e = i ?? t.firsts.get(r)?.at;
		if (e === void 0) continue;
		let a = on(e);
		n.set(r, Math.min(a, n.get(r) ?? a));
		for (let e = r.lastIndexOf("/"); e > 0; e = r.lastIndexOf("/", e - 1)) {
			let t = r.slice(0, e);
			n.set(t, Math.min(a, n.get(t) ?? a));
		}
	}
	return n;
}, gn = (e, t) => {
	let n = un(e), r = n ? t + e.duration : Infinity, i = [], a = t, o = (e, t) => {
		let o = t === null ? null : Math.min(t, r - a);
		o !== null && o < 0 || (i.push({
			part: e,
			start: a,
			length: o,
			open: !n
		}), a += o ?? 0);
	};
	for (let t of e.failures ?? []) o("failed", t.duration), t.delay !== null && o("waiting", t.delay);
	return n ? o(ln[e.status] ?? "done", r - a) : o(e.status === "waiting" ? "waiting" : "running", null), i;
}, _n = ({ start: e, length: t, open: n }) => {
	let r = vn(e);
	if (!n && t !== null) return `left:calc(100%*${r}/var(--axis));width:calc(100%*${vn(t)}/var(--axis))`;
	let i = `max(0,var(--now) - ${r})`;
	return `left:calc(100%*min(${r},var(--now))/var(--axis));width:calc(100%*${t === null ? i : `min(${vn(t)},${i})`}/var(--axis))`;
}, vn = (e) => e.toFixed(6), yn = (e) => bn(e)?.data ?? null, bn = (e) => typeof e == "object" && e ? e : null, xn = (e, t = []) => t.map((t) => U(e, t)).join(", ") || null, Sn = (e, t = []) => t.map((t, n) => {
	let r = xn(e, t.targets), i = H(e, t.duration);
	return `${n + 1}. ${t.error} (${i})${r ? ` – ${r}` : ""}`;
}).join("\n") || null, Cn = (e, { step: t, sent: n }) => {
	let r = (t) => gt(e.locale.language, t), i = (e, t) => t == null ? C : x`<dt>${r(e)}</dt>
          <dd><pre>${Ft(t)}</pre></dd>`, a = t.seen === void 0 ? null : r(t.seen ? "step.seen_yes" : "step.seen_no");
	return x`<dl>
    ${i("step.targets", xn(e, t.targets))} ${i("step.sent", n)}
    ${i("step.response", t.response)} ${i("step.expected", t.expected)}
    ${i("step.seen", a)} ${i("step.failures", Sn(e, t.failures))}
    ${i("step.error", t.error)} ${i("step.note", t.note)}
    ${i("step.path", t.path)}
  </dl>`;
}, wn = o`
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
`, Tn = 60, Z = class extends L {
	constructor(...e) {
		super(...e), this.now = () => Date.now() / 1e3, this.open = /* @__PURE__ */ new Set(), this.made = Tn, this.index = new dn([]), this.chart = {
			bars: [],
			begin: 0,
			seconds: 0
		}, this.making = 0, this.clock = new sn(this, () => this.chart.seconds === null, () => {
			this.setTime();
		});
	}
	static {
		this.styles = [
			P,
			wn,
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
		t !== this.index.timeline && (this.index = new dn(t)), this.chart = fn(this.account, this.index);
	}
	updated() {
		this.setTime(), this.made >= this.chart.bars.length || this.making || (this.making = requestAnimationFrame(() => {
			this.making = 0, this.made += Tn;
		}));
	}
	setTime() {
		let { begin: e, seconds: t } = this.chart, n = Math.max(t ?? this.now() - e, 1e-4);
		this.style.setProperty("--now", n.toFixed(4)), this.style.setProperty("--axis", n.toFixed(4));
	}
	render() {
		let { bars: e, seconds: t } = this.chart;
		if (!e.length) return x`<p class="quiet">${this.t("execution.no_steps")}</p>`;
		let n = Math.max(0, (this.account.steps_omitted ?? 0) - (e.length - (this.account.steps?.length ?? 0))), { locale: r } = this.hass;
		return x`${kt(e.slice(0, this.made), (e) => e.step.path, (e) => an([
			e.step,
			e.sent,
			e.segments[0]?.start,
			this.open.has(e.step.path),
			r
		], () => this.row(e)))}
      <p class="quiet">${t === null ? C : x`0 – ${H(this.hass, t)}`}</p>
      ${n ? x`<p>${this.t("execution.omitted", { count: B(this.hass, n) })}</p>` : C}`;
	}
	row(e) {
		let { step: t } = e, n = this.open.has(t.path);
		return x`<details
      .open=${n}
      data-path=${t.path}
      @toggle=${(e) => {
			this.toggled(t.path, e.currentTarget);
		}}
    >
      <summary>
        <span>
          ${t.alias ?? Pt(t.action)}<br />
          <small class="quiet">${this.standing(t)}</small>
        </span>
        <span class="axis" aria-hidden="true"
          >${e.segments.map((e) => x`<span class=${e.part} style=${_n(e)}></span>`)}</span
        >
      </summary>
      ${n ? Cn(this.hass, e) : C}
    </details>`;
	}
	standing(e) {
		let t = [this.word("step.status", e.status)], n = e.failures?.at(-1)?.delay;
		e.status === "attempt_failed" && typeof n == "number" && t.push(this.t("step.again", { time: H(this.hass, n) })), e.duration && t.push(H(this.hass, e.duration));
		let r = e.attempts ?? 0;
		return r > 1 && t.push(this.t("step.attempts", { count: B(this.hass, r) })), t.join(" · ");
	}
	toggled(e, t) {
		let n = t instanceof HTMLDetailsElement && t.open;
		if (n === this.open.has(e)) return;
		let r = new Set(this.open);
		n ? r.add(e) : r.delete(e), this.open = r, n && this.dispatchEvent(new CustomEvent("step-opened", { detail: { path: e } }));
	}
};
I([k({ attribute: !1 })], Z.prototype, "account", void 0), I([k({ attribute: !1 })], Z.prototype, "now", void 0), I([A()], Z.prototype, "open", void 0), I([A()], Z.prototype, "made", void 0), Z = I([O("action-engine-steps")], Z);
// src/types/execution.ts
var En = [
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
], Dn = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused",
	"rolling_back"
]), On = /* @__PURE__ */ new Set([
	"pending_approval",
	"queued",
	"executing",
	"retrying",
	"paused"
]), kn = /* @__PURE__ */ new Set(["success", "failed"]), Q = class extends L {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.preview = null, this.live = new W(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => et(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let e = await this.attempt(async () => {
				this.preview = await tt(this.hass, this.executionId);
			});
			await this.updateComplete, e && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await nt(this.hass, this.executionId);
			e ? He(N(e)) : await this.load();
		});
	}
	static {
		this.styles = [P, o`
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
			let t = await $e(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return x`<a href="${Ue}/executions" @click=${M}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      ${this.account === null ? x`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return x`<section class="card">
        <header>
          <h2>${e.name}</h2>
          <span class="badge" role="status">${this.word("state", e.state)}</span>
        </header>
        <p class="quiet">
          ${Mt(this.hass, e.created)}
          ${e.duration === null ? C : x`· ${H(this.hass, e.duration)}`}
          ${e.origin ? x`· ${U(this.hass, e.origin)}` : C}
        </p>
        ${e.final_answer ? x`<p>${e.final_answer}</p>` : C}
        ${e.error_message ? x`<p class="problem">${e.error_message}</p>` : C}
        ${e.undo_of ? x`<p>
              <a href=${N(e.undo_of)} @click=${M}>
                ${this.t("execution.undo_of")}
              </a>
            </p>` : C}
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
		return x`<div class="actions">
      ${On.has(e.state) ? x`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : C}
      ${kn.has(e.state) ? x`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>` : C}
    </div>`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return t?.decision ? x`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => x`<li>${e.text}</li>`)}
      </ul>
    </section>` : C;
	}
	dialog(e) {
		let t = this.preview?.items ?? [], n = t.some((e) => e.what === "will");
		return x`<action-engine-confirm
      heading=${this.t("undo.title", { name: e.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!n}
      @confirmed=${this.undo}
    >
      ${n ? C : x`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${t.map((e) => this.item(e))}
      </ul>
    </action-engine-confirm>`;
	}
	item(e) {
		return x`<li>
      <strong>${e.entity_id ? U(this.hass, e.entity_id) : e.path}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
I([k()], Q.prototype, "executionId", void 0), I([A()], Q.prototype, "account", void 0), I([A()], Q.prototype, "preview", void 0), I([j("action-engine-confirm")], Q.prototype, "confirm", void 0), Q = I([O("action-engine-execution")], Q);
// src/views/executions-view.ts
var An = 25, jn = 500, Mn = class extends L {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new W(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
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
				limit: An,
				before: this.next ?? ""
			}, n = await Qe(this.hass, t);
			e === this.asked && (this.rows = [...this.rows ?? [], ...n.executions], this.next = n.next);
		});
	}
	static {
		this.styles = [P, o`
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
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, An), jn);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([Qe(this.hass, {
				...this.filter,
				limit: t
			}), at(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return x`${this.form()}
      ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      ${this.rows?.length ? x`<ul class="card">
            ${kt(this.rows, (e) => e.execution_id, (e) => this.row(e))}
          </ul>` : x`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next ? x`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : C}`;
	}
	standing() {
		return this.rows === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	form() {
		return x`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${En.map((e) => x`<option value=${e}>${this.word("state", e)}</option>`)}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map((e) => x`<option value=${e.policy_id}>${e.name}</option>`)}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
	}
	row(e) {
		return x`<li>
      <div class="line">
        <span>
          <a href=${N(e.execution_id)} @click=${M}>${e.name}</a>
          ${e.error_message ? x`<br /><small class="quiet">${e.error_message}</small>` : C}
        </span>
        <span>
          <span class="badge ${e.state === "failed" || e.state === "unknown" ? "failed" : ""}">
            ${this.word("state", e.state)}
          </span>
          <small class="quiet">
            ${Mt(this.hass, e.created)}
            ${e.duration === null ? C : H(this.hass, e.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
I([A()], Mn.prototype, "rows", void 0), I([A()], Mn.prototype, "policies", void 0), Mn = I([O("action-engine-executions")], Mn);
// src/views/overview-view.ts
var Nn = class extends L {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new W(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => ot(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => st(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [P, o`
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
				at(this.hass),
				Ze(this.hass),
				Je(this.hass),
				Qe(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => Dn.has(e.state)).reverse(), a = n.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: a,
				failures: r.executions
			};
		});
	}
	render() {
		let e = this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C;
		if (this.seen === null) return x`${e}${this.problem ? C : x`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i } = this.seen, a = t.circuits?.filter((e) => e.state !== "closed");
		return x`${e}${this.alarms(t)}
      <div class="grid">
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        ${this.card("running", n.map((e) => this.runningLine(e)))}
        ${this.card("waiting", r ? [this.waitingLine(r)] : [])}
        ${a ? this.card("circuits", a.map((e) => this.circuit(e))) : C}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? C : this.panic()}
      </div>`;
	}
	alarms(e) {
		return x`${e.enabled ? C : x`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? x`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? x`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : C}
        </div>` : C}`;
	}
	card(e, t, n = "") {
		return x`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? x`<ul>${t.map((e) => x`<li>${e}</li>`)}</ul>` : x`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return x`<div class="line">
      <span>${e.name}<br /><small class="quiet">${this.left(e)}</small></span>
      <span class="badge">${this.status(e)}</span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = V(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: B(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: B(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return x`<div class="line">
      <a href=${N(e.execution_id)} @click=${M}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return x`<div class="line">
      <a href="${Ue}/approvals" @click=${M}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${B(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return x`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: B(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return x`<div class="line">
      <span>
        <a href=${N(e.execution_id)} @click=${M}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${Mt(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return x`<section class="card wide">
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
I([A()], Nn.prototype, "seen", void 0), I([j("action-engine-confirm")], Nn.prototype, "confirm", void 0), Nn = I([O("action-engine-overview")], Nn);
// src/trying/dry-run.ts
var Pn = (e, t) => {
	let n = new Map(t.map((e) => [e.place, e]));
	return e.steps.map((e) => {
		let t = e.opened_from === null ? n.get(e.place) : void 0;
		return {
			touch: e,
			alias: t?.alias ?? null,
			expected: t?.expected ?? null
		};
	});
}, Fn = 20, In = class extends L {
	constructor(...e) {
		super(...e), this.impact = null, this.plan = [];
	}
	static {
		this.styles = [P, o`
      ol {
        margin: 0;
        padding-inline-start: 1.5em;
      }
      li {
        padding: 8px 0;
      }
      li:only-child {
        list-style: none;
        margin-inline-start: -1.5em;
      }
      li.bad {
        padding-inline-start: 8px;
      }
      li + li {
        border-top: 1px solid var(--divider-color, #ddd);
      }
    `];
	}
	render() {
		let e = this.impact ? Pn(this.impact, this.plan) : [];
		return e.length ? x`<ol>
      ${e.map((e) => this.call(e))}
    </ol>` : x`<p>${this.t("try.no_calls")}</p>`;
	}
	call({ touch: e, alias: t, expected: n }) {
		let r = e.risk === "high" || e.risk === "critical", i = e.entity_ids.slice(0, Fn), a = e.entity_ids.length - i.length;
		return x`<li class=${r ? "bad" : ""}>
      <strong title=${e.action}>${t ?? Pt(e.tool ?? e.action)}</strong>
      ${e.opened_from ? x`<span class="quiet">
            ${this.t("approval.from", { source: U(this.hass, e.opened_from) })}
          </span>` : C}
      ${e.everything ? x`<br />${this.t("approval.everything")}` : C}
      ${i.map((e) => this.device(e))}
      ${a > 0 ? x`<br />${this.t("try.more", { count: a })}` : C}
      ${n ? x`<br />${this.t("try.would_be", { expected: n })}` : C}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	device(e) {
		let t = this.hass.states[e]?.state, n = t === void 0 ? this.t("try.not_there") : this.t("try.now", { state: t });
		return x`<br /><span title=${e}>${U(this.hass, e)}</span> – ${n}`;
	}
};
I([k({ attribute: !1 })], In.prototype, "impact", void 0), I([k({ attribute: !1 })], In.prototype, "plan", void 0), In = I([O("action-engine-dry-run")], In);
// src/components/problem-list.ts
var Ln = (e) => e.replace(/ ?\(?line \d+, column \d+\)?$/, ""), Rn = class extends L {
	constructor(...e) {
		super(...e), this.problems = [];
	}
	static {
		this.styles = [P, o`
      li {
        border-inline-start: 4px solid var(--error-color, #db4437);
        padding: 4px 12px;
        margin: 12px 0;
        overflow-wrap: anywhere;
      }
      code {
        font-size: 0.9rem;
      }
      button {
        min-height: 32px;
        margin-inline-end: 8px;
      }
    `];
	}
	render() {
		return x`<ul>
      ${this.problems.map((e) => this.line(e))}
    </ul>`;
	}
	line(e) {
		let { came: t, expected: n, line: r, place: i } = e;
		return x`<li>
      ${r === null ? C : x`<button
            @click=${() => {
			this.show(e);
		}}
          >
            ${this.t("try.line", { line: B(this.hass, r) })}
          </button>`}
      <code>${Ln(i)}</code>
      ${t && n ? x`<br />${this.t("try.came", { came: t })}<br />${this.t("try.expected", { expected: n })}` : x`<br />${e.message}`}
    </li>`;
	}
	show(e) {
		this.dispatchEvent(new CustomEvent("spot", { detail: e }));
	}
};
I([k({ attribute: !1 })], Rn.prototype, "problems", void 0), Rn = I([O("action-engine-problems")], Rn);
// src/components/check-result.ts
var zn = class extends L {
	constructor(...e) {
		super(...e), this.policies = [], this.pass = (e) => {
			this.dispatchEvent(new CustomEvent("spot", { detail: e.detail }));
		};
	}
	static {
		this.styles = [P, o`
      section {
        margin-top: 16px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        margin-bottom: 8px;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `];
	}
	render() {
		let { problems: e, wishes: t, analysis: n } = this.checked;
		return x`${e.length ? this.problems() : C}
      ${n ? x`<section class="card" aria-labelledby="analysis">
            <h2 id="analysis">${this.t("try.analysis")}</h2>
            <blockquote>${n}</blockquote>
          </section>` : C}
      ${t ? t.map((e) => this.wish(e)) : this.whole()}`;
	}
	problems() {
		let { problems: e } = this.checked;
		return x`<section class="card" aria-labelledby="problems">
      <h2 id="problems">
        ${e.length === 1 ? this.t("try.problem") : this.t("try.problems", { count: B(this.hass, e.length) })}
      </h2>
      <action-engine-problems
        .hass=${this.hass}
        .problems=${e}
        @spot=${this.pass}
      ></action-engine-problems>
    </section>`;
	}
	whole() {
		let { verdict: e, plan: t, outline: n, valid: r } = this.checked;
		return x`${e?.decision ? x`<section class="card" aria-labelledby="gate">
          <header>
            <h2 id="gate">${this.word("try.decision", e.decision)}</h2>
            ${this.badges(e.impact)}
          </header>
          ${this.policy(e.policy)}
          ${this.reasons((e.reasons ?? []).map((e) => e.text))}
          <h3>${this.t("try.dry_run")}</h3>
          <action-engine-dry-run
            .hass=${this.hass}
            .impact=${e.impact ?? null}
            .plan=${t ?? []}
          ></action-engine-dry-run>
        </section>` : C} ${r ? this.graph(n) : C}`;
	}
	wish(e) {
		return e.outcome === "rejected" ? C : x`<section class="card" aria-label=${e.action}>
        <header>
          <h2>${Pt(e.action)}</h2>
          <span class="badge">${this.word("try.outcome", e.outcome)}</span>
          ${this.badges(e.impact)}
        </header>
        ${this.reasons(e.reasons ?? [])}
        ${e.reasoning ? x`<h3>${this.t("approval.claim")}</h3>
              <blockquote>${e.reasoning}</blockquote>` : C}
        <h3>${this.t("try.dry_run")}</h3>
        <action-engine-dry-run
          .hass=${this.hass}
          .impact=${e.impact ?? null}
          .plan=${e.plan ?? []}
        ></action-engine-dry-run>
      </section>
      ${this.graph(e.outline)}`;
	}
	badges(e) {
		return e ? x`<span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
        ${this.word("risk", e.risk)}
      </span>
      ${e.steps.length ? x`<span class="badge">${this.word("reversible", e.reversible)}</span>` : C}
      ${e.expected_seconds == null ? C : x`<span class="badge">
            ${this.t("try.takes", { time: H(this.hass, e.expected_seconds) })}
          </span>`}` : C;
	}
	policy(e) {
		let t = this.policies.find((t) => t.policy_id === e)?.name;
		return t === void 0 ? C : x`<p class="quiet">${this.t("approval.policy", { policy: t })}</p>`;
	}
	reasons(e) {
		return e.length ? x`<ul>
      ${e.map((e) => x`<li>${e}</li>`)}
    </ul>` : C;
	}
	graph(e) {
		return e?.steps.length ? x`<section class="card" aria-label=${this.t("try.plan")}>
      <h2>${this.t("try.plan")}</h2>
      <action-engine-graph .hass=${this.hass} .outline=${e.steps}></action-engine-graph>
    </section>` : C;
	}
};
I([k({ attribute: !1 })], zn.prototype, "checked", void 0), I([k({ attribute: !1 })], zn.prototype, "policies", void 0), zn = I([O("action-engine-checked")], zn);
// src/components/watched-run.ts
var Bn = class extends L {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.live = new W(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => et(this.hass, this.executionId)) && await this.load();
		};
	}
	static {
		this.styles = [P, o`
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
			let t = await $e(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return x`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      ${this.account ? this.whole(this.account) : C}
      <p>
        <a href=${N(this.executionId)} @click=${M}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
	}
	whole(e) {
		let t = e.state === "denied";
		return x`<header>
        <h2>${e.name}</h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
        ${e.duration === null ? C : x`<span class="quiet">${H(this.hass, e.duration)}</span>`}
      </header>
      ${e.error_message ? x`<p class="problem">${e.error_message}</p>` : C}
      ${e.final_answer ? x`<p>${e.final_answer}</p>` : C}
      ${e.state === "pending_approval" ? x`<p>
            <a href="${Ue}/approvals" @click=${M}>${this.t("try.asked")}</a>
          </p>` : C}
      ${t ? x`<ul>
            ${(e.verdict?.reasons ?? []).map((e) => x`<li>${e.text}</li>`)}
          </ul>` : x`<action-engine-steps
            .hass=${this.hass}
            .account=${e}
          ></action-engine-steps>`}
      ${On.has(e.state) ? x`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>` : C}`;
	}
};
I([k()], Bn.prototype, "executionId", void 0), I([A()], Bn.prototype, "account", void 0), Bn = I([O("action-engine-watched")], Bn);
// src/trying/askers.ts
var Vn = {
	key: "me",
	name: "",
	agent: null
}, Hn = {
	key: "model",
	name: "",
	agent: {}
}, Un = (e) => {
	let t = new Map([Vn, Hn].map((e) => [e.key, e]));
	for (let { settings: n } of e) {
		for (let e of n?.applies?.assistants ?? []) Wn(t, "assistant", e);
		for (let e of n?.applies?.platforms ?? []) Wn(t, "platform", e);
	}
	return [...t.values()];
}, Wn = (e, t, n) => {
	let r = `${t}/${n}`;
	e.set(r, {
		key: r,
		name: n,
		agent: { [t]: n }
	});
}, Gn = (e, { line: t, column: n }) => {
	let r = e.split("\n"), i = Math.min(Math.max(t ?? 1, 1), r.length) - 1, a = r.slice(0, i).reduce((e, t) => e + t.length + 1, 0), { length: o } = r[i] ?? "";
	return [a + Math.min(Math.max(n ?? 1, 1) - 1, o), a + o];
}, Kn = (e, t) => e.slice(0, t).split("\n").length, qn = {
	text: "",
	kind: "auto",
	as: "me"
}, Jn = (e) => `action-engine-try-${e ?? ""}`, Yn = [
	"auto",
	"actions",
	"plan",
	"response"
], Xn = (e) => {
	try {
		let t = JSON.parse(sessionStorage.getItem(Jn(e)) ?? "");
		return Qn(t) ? t : qn;
	} catch {
		return qn;
	}
}, Zn = (e, t) => {
	try {
		sessionStorage.setItem(Jn(e), JSON.stringify(t));
	} catch {}
}, Qn = (e) => typeof e == "object" && !!e && "text" in e && typeof e.text == "string" && "kind" in e && Yn.includes(e.kind) && "as" in e && typeof e.as == "string", $n = [
	{
		name: "try.example.retry",
		text: "alias: Keep trying\nvariables:\n  began: \"{{ now().timestamp() }}\"\nsequence:\n  # Nothing is seen in time at first, so it is tried again.\n  - action: persistent_notification.create\n    data:\n      notification_id: action_engine_try\n      title: Action Engine\n      message: This was tried until it was seen.\n    expect:\n      template: \"{{ now().timestamp() > began + 3 }}\"\n      within: 1\n    idempotent: true\n    retry:\n      max_retries: 5\n      initial_delay: 1\n      multiplier: 1\n"
	},
	{
		name: "try.example.blocks",
		text: "alias: Day or night\nsequence:\n  - if:\n      - condition: sun\n        after: sunset\n    then:\n      - variables: {time: night}\n    else:\n      - variables: {time: day}\n  - parallel:\n      - alias: Tell it\n        action: persistent_notification.create\n        data:\n          notification_id: action_engine_try\n          message: \"It is {{ time }}.\"\n      - repeat:\n          count: 3\n          sequence:\n            - delay: 1\n  - action: persistent_notification.dismiss\n    data:\n      notification_id: action_engine_try\n"
	},
	{
		name: "try.example.mistake",
		text: "alias: Two mistakes\nsequence:\n  - action: persistent_notification.creat\n    data:\n      message: The name of the action is wrong.\n  - delay:\n      secnds: 5\n"
	},
	{
		name: "try.example.plan",
		text: "query: Two notes at once, and then away with the first\nstrategy: hybrid\ntool_calls:\n  - tool_name: persistent_notification.create\n    purpose: The first note\n    parameters: {notification_id: action_engine_1, message: One}\n    step: 1\n    result_variable: first\n  - tool_name: persistent_notification.create\n    purpose: The second note\n    parameters: {notification_id: action_engine_2, message: Two}\n    step: 2\n    result_variable: second\n  - tool_name: persistent_notification.dismiss\n    purpose: Take the first one away\n    parameters: {notification_id: action_engine_1}\n    step: 3\n    dependency: [first, second]\n"
	},
	{
		name: "try.example.tagged",
		text: "Dinner is ready, so I tell everybody.\n\n[ACTION:persistent_notification.create]\n{\"title\": \"Dinner\", \"message\": \"It is on the table.\", \"notification_id\": \"action_engine_try\"}\n[/ACTION]\n"
	},
	{
		name: "try.example.json",
		text: "{\n  \"analysis\": \"The week is over, and nobody has looked at the plants.\",\n  \"actions\": [\n    {\n      \"action_type\": \"persistent_notification.create\",\n      \"parameters\": {\n        \"title\": \"Plants\",\n        \"message\": \"They are thirsty.\",\n        \"notification_id\": \"action_engine_try\"\n      },\n      \"confidence\": 0.9,\n      \"reasoning\": \"It has been warm for days.\",\n      \"options\": {\"priority\": \"low\", \"max_retries\": 2}\n    }\n  ]\n}\n"
	}
], er = {
	actions: async ({ hass: e, text: t, agent: n }) => [await dt(e, t, n)],
	plan: async ({ hass: e, agent: t, checked: n }) => [await ft(e, n.decision ?? {}, t)],
	response: async ({ hass: e, text: t, agent: n }, r) => {
		let i = `try-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`, a = await tr(e, i, r);
		try {
			return await pt(e, t, n, i);
		} finally {
			a();
		}
	}
}, tr = async (e, t, n) => {
	let r = /* @__PURE__ */ new Set(), i = !1, a = async (a) => {
		r.add(a);
		let o = await $e(e, a);
		!i && nr(o) === t && n({ execution_id: a });
	}, o = await ct(e, "subscribe", (e) => {
		for (let { kind: t, execution_id: n } of "events" in e ? e.events : []) t === "execution" && !r.has(n) && a(n).catch(() => void 0);
	});
	return () => {
		i = !0, o().catch(() => void 0);
	};
}, nr = (e) => {
	let t = "asked" in e ? e.asked : null, n = rr(t) ? t.claim : null;
	return rr(n) ? n.llm_response_id : null;
}, rr = (e) => typeof e == "object" && !!e, ir = o`
  textarea {
    font-family: var(--ha-font-family-code, ui-monospace, monospace);
    font-size: 0.9rem;
    line-height: 1.5;
    width: 100%;
    min-height: 12em;
    resize: vertical;
    tab-size: 2;
    padding: 8px 12px;
    border: 1px solid var(--secondary-text-color, #666);
    border-radius: 8px;
    color: var(--primary-text-color, #212121);
    background: var(--card-background-color, #fff);
  }
  textarea:focus-visible {
    outline: 3px solid var(--primary-color, #03a9f4);
    outline-offset: 2px;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0;
  }
  action-engine-watched,
  action-engine-checked {
    margin-top: 16px;
  }
`, ar = [
	"auto",
	"actions",
	"plan",
	"response"
], $ = class extends L {
	constructor(...e) {
		super(...e), this.draft = qn, this.askers = [Vn], this.policies = [], this.checked = null, this.started = [], this.about = null, this.check = () => this.attempt(async () => {
			let { draft: e } = this;
			this.isFresh() || (this.started = []), this.checked = await ut(this.hass, e.text, e.kind, this.agent), this.about = e;
		}), this.run = async () => {
			if (!this.isFresh() && !await this.check()) return;
			let { checked: e } = this;
			e && this.isRunnable() && (this.started = [], await this.attempt(async () => {
				let { agent: t, hass: n } = this, r = {
					hass: n,
					text: this.draft.text,
					agent: t,
					checked: e
				};
				this.started = await er[e.kind](r, (e) => {
					this.started = [...this.started, e];
				});
			}));
		}, this.typed = () => {
			this.change({ text: this.area.value });
		}, this.setKind = (e) => {
			this.change({ kind: e.target.value });
		}, this.setAs = (e) => {
			this.change({ as: e.target.value });
		}, this.pressed = (e) => {
			e.key === "Enter" && (e.ctrlKey || e.metaKey) && (e.preventDefault(), this.check());
		}, this.jump = ({ detail: e }) => {
			let { area: t } = this, n = Gn(t.value, e), r = t.scrollHeight / t.value.split("\n").length;
			t.focus(), t.setSelectionRange(...n), t.scrollTop = (Kn(t.value, n[0]) - 3) * r, t.scrollIntoView({ block: "nearest" });
		};
	}
	static {
		this.styles = [P, ir];
	}
	connectedCallback() {
		super.connectedCallback(), this.updateComplete.then(() => this.begin());
	}
	begin() {
		return this.draft = Xn(this.hass.user?.id), this.fetching(async () => {
			this.policies = (await at(this.hass)).policies, this.askers = Un(this.policies);
		});
	}
	render() {
		return x`<section class="card" aria-labelledby="try">
        <h2 id="try">${this.t("try.title")}</h2>
        <p class="quiet">${this.t("try.what")}</p>
        ${this.examples()}
        <label>
          ${this.t("try.text")}
          <textarea
            rows="14"
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            wrap="off"
            dir="ltr"
            aria-describedby="keys"
            .value=${this.draft.text}
            @input=${this.typed}
            @keydown=${this.pressed}
          ></textarea>
        </label>
        <small id="keys" class="quiet">${this.t("try.keys")}</small>
        ${this.choices()}
        <p role="status">${this.standing()}</p>
        ${this.problem ? x`<p class="problem" role="alert">${this.problem}</p>` : C}
      </section>
      ${this.runs()}
      ${this.checked ? x`<action-engine-checked
            .hass=${this.hass}
            .checked=${this.checked}
            .policies=${this.policies}
            @spot=${this.jump}
          ></action-engine-checked>` : C}`;
	}
	examples() {
		return x`<div class="examples" role="group" aria-label=${this.t("try.examples")}>
      ${$n.map(({ name: e, text: t }) => x`<button
          @click=${() => {
			this.change({
				text: t,
				kind: "auto"
			});
		}}
        >
          ${this.t(e)}
        </button>`)}
    </div>`;
	}
	choices() {
		let { draft: e, busy: t } = this, n = !e.text.trim();
		return x`<div class="actions">
      <label>
        ${this.t("try.kind")}
        <select @change=${this.setKind}>
          ${ar.map((t) => x`<option value=${t} ?selected=${t === e.kind}>
              ${this.t(`try.kind.${t}`)}
            </option>`)}
        </select>
      </label>
      <label>
        ${this.t("try.as")}
        <select @change=${this.setAs}>
          ${this.askers.map((t) => x`<option value=${t.key} ?selected=${t.key === e.as}>
              ${t.name || this.word("try.as", t.key)}
            </option>`)}
        </select>
      </label>
      <button class="main" ?disabled=${t || n} @click=${this.check}>
        ${this.t("try.check")}
      </button>
      <button ?disabled=${t || n} @click=${this.run}>${this.t("try.run")}</button>
    </div>`;
	}
	runs() {
		return x`${kt(this.started, (e, t) => e.execution_id ?? t, ({ execution_id: e, error: t }) => e ? x`<action-engine-watched
              .hass=${this.hass}
              .executionId=${e}
            ></action-engine-watched>` : x`<p class="problem" role="alert">${t ?? ""}</p>`)}`;
	}
	standing() {
		if (this.busy) return this.t("try.busy");
		if (this.checked === null) return "";
		if (!this.isFresh()) return this.t("try.changed");
		let { kind: e, valid: t } = this.checked, n = t ? "try.valid" : this.isRunnable() ? "try.partly" : "try.invalid";
		return this.t(n, { kind: this.t(`try.found.${e}`) });
	}
	isFresh() {
		let { about: e, draft: t } = this;
		return e?.text === t.text && e.kind === t.kind && e.as === t.as;
	}
	isRunnable() {
		let e = this.checked?.wishes ?? [];
		return !!this.checked?.valid || e.some((e) => e.outcome !== "rejected");
	}
	change(e) {
		this.draft = {
			...this.draft,
			...e
		}, Zn(this.hass.user?.id, this.draft);
	}
	get agent() {
		return this.askers.find((e) => e.key === this.draft.as)?.agent ?? null;
	}
};
I([A()], $.prototype, "draft", void 0), I([A()], $.prototype, "askers", void 0), I([A()], $.prototype, "policies", void 0), I([A()], $.prototype, "checked", void 0), I([A()], $.prototype, "started", void 0), I([j("textarea")], $.prototype, "area", void 0), $ = I([O("action-engine-try")], $);
// src/views.ts
var or = {
	overview: (e) => x`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => x`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? x`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : x`<action-engine-executions .hass=${e}></action-engine-executions>`,
	try: (e) => x`<action-engine-try .hass=${e}></action-engine-try>`
}, sr = Object.keys(or), cr = class extends L {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [P, o`
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
		if (!this.hass) return C;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = sr.find((t) => t === e) ?? "overview";
		return x`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? x`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : C}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${sr.map((e) => x`<a
              href="${Ue}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${M}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${or[n](this.hass, decodeURIComponent(t))}</main>`;
	}
};
I([k({
	type: Boolean,
	reflect: !0
})], cr.prototype, "narrow", void 0), I([k({ attribute: !1 })], cr.prototype, "route", void 0), cr = I([O("action-engine-panel")], cr);
export { cr as ActionEnginePanel };
