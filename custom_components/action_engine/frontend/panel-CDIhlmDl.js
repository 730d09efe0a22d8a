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
})(e) : e, { is: l, defineProperty: u, getOwnPropertyDescriptor: d, getOwnPropertyNames: f, getOwnPropertySymbols: p, getPrototypeOf: m } = Object, h = globalThis, g = h.trustedTypes, ee = g ? g.emptyScript : "", _ = h.reactiveElementPolyfillSupport, te = (e, t) => e, ne = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? ee : null;
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
}, re = (e, t) => !l(e, t), ie = {
	attribute: !0,
	type: String,
	converter: ne,
	reflect: !1,
	useDefault: !1,
	hasChanged: re
};
Symbol.metadata ??= Symbol("metadata"), h.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var v = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = ie) {
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
		return this.elementProperties.get(e) ?? ie;
	}
	static _$Ei() {
		if (this.hasOwnProperty(te("elementProperties"))) return;
		let e = m(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(te("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(te("properties"))) {
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
			let i = (n.converter?.toAttribute === void 0 ? ne : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? ne : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? re)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
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
v.elementStyles = [], v.shadowRootOptions = { mode: "open" }, v[te("elementProperties")] = /* @__PURE__ */ new Map(), v[te("finalized")] = /* @__PURE__ */ new Map(), _?.({ ReactiveElement: v }), (h.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var ae = globalThis, oe = (e) => e, se = ae.trustedTypes, ce = se ? se.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, le = "$lit$", y = `lit$${Math.random().toFixed(9).slice(2)}$`, ue = "?" + y, de = `<${ue}>`, b = document, fe = () => b.createComment(""), pe = (e) => e === null || typeof e != "object" && typeof e != "function", me = Array.isArray, he = (e) => me(e) || typeof e?.[Symbol.iterator] == "function", ge = "[ 	\n\f\r]", _e = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, ve = /-->/g, ye = />/g, x = RegExp(`>|${ge}(?:([^\\s"'>=/]+)(${ge}*=${ge}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), be = /'/g, xe = /"/g, Se = /^(?:script|style|textarea|title)$/i, Ce = (e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}), S = Ce(1), we = Ce(2), C = Symbol.for("lit-noChange"), w = Symbol.for("lit-nothing"), Te = /* @__PURE__ */ new WeakMap(), T = b.createTreeWalker(b, 129);
function Ee(e, t) {
	if (!me(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return ce === void 0 ? t : ce.createHTML(t);
}
var De = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = _e;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === _e ? c[1] === "!--" ? o = ve : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = x) : (Se.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = x) : o = ye : o === x ? c[0] === ">" ? (o = i ?? _e, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? x : c[3] === "\"" ? xe : be) : o === xe || o === be ? o = x : o === ve || o === ye ? o = _e : (o = x, i = void 0);
		let d = o === x && e[t + 1].startsWith("/>") ? " " : "";
		a += o === _e ? n + de : l >= 0 ? (r.push(s), n.slice(0, l) + le + n.slice(l) + y + d) : n + y + (l === -2 ? t : d);
	}
	return [Ee(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, Oe = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = De(t, n);
		if (this.el = e.createElement(l, r), T.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = T.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(le)) {
					let t = u[o++], n = i.getAttribute(e).split(y), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? Me : r[1] === "?" ? Ne : r[1] === "@" ? Pe : je
					}), i.removeAttribute(e);
				} else e.startsWith(y) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (Se.test(i.tagName)) {
					let e = i.textContent.split(y), t = e.length - 1;
					if (t > 0) {
						i.textContent = se ? se.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], fe()), T.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], fe());
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
function E(e, t, n = e, r) {
	if (t === C) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = pe(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = E(e, i._$AS(e, t.values), i, r)), t;
}
var ke = class {
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
		T.currentNode = r;
		let i = T.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new Ae(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Fe(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = T.nextNode(), a++);
		}
		return T.currentNode = b, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, Ae = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = w, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
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
		e = E(this, e, t), pe(e) ? e === w || e == null || e === "" ? (this._$AH !== w && this._$AR(), this._$AH = w) : e !== this._$AH && e !== C && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? he(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== w && pe(this._$AH) ? this._$AA.nextSibling.data = e : this.T(b.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = Oe.createElement(Ee(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new ke(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = Te.get(e.strings);
		return t === void 0 && Te.set(e.strings, t = new Oe(e)), t;
	}
	k(t) {
		me(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(fe()), this.O(fe()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = oe(e).nextSibling;
			oe(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, je = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = w, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = w;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = E(this, e, t, 0), a = !pe(e) || e !== this._$AH && e !== C, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = E(this, r[n + o], t, o), s === C && (s = this._$AH[o]), a ||= !pe(s) || s !== this._$AH[o], s === w ? e = w : e !== w && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === w ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, Me = class extends je {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === w ? void 0 : e;
	}
}, Ne = class extends je {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== w);
	}
}, Pe = class extends je {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = E(this, e, t, 0) ?? w) === C) return;
		let n = this._$AH, r = e === w && n !== w || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== w && (n === w || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Fe = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		E(this, e);
	}
}, Ie = {
	M: le,
	P: y,
	A: ue,
	C: 1,
	L: De,
	R: ke,
	D: he,
	V: E,
	I: Ae,
	H: je,
	N: Ne,
	U: Pe,
	B: Me,
	F: Fe
}, Le = ae.litHtmlPolyfillSupport;
Le?.(Oe, Ae), (ae.litHtmlVersions ??= []).push("3.3.3");
var Re = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new Ae(t.insertBefore(fe(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, ze = globalThis, Be = class extends v {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Re(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return C;
	}
};
Be._$litElement$ = !0, Be.finalized = !0, ze.litElementHydrateSupport?.({ LitElement: Be });
var Ve = ze.litElementPolyfillSupport;
Ve?.({ LitElement: Be }), (ze.litElementVersions ??= []).push("4.2.2");
// node_modules/@lit/reactive-element/decorators/custom-element.js
var D = (e) => (t, n) => {
	n === void 0 ? customElements.define(e, t) : n.addInitializer(() => {
		customElements.define(e, t);
	});
}, He = {
	attribute: !0,
	type: String,
	converter: ne,
	reflect: !1,
	hasChanged: re
}, Ue = (e = He, t, n) => {
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
function O(e) {
	return (t, n) => typeof n == "object" ? Ue(e, t, n) : ((e, t, n) => {
		let r = t.hasOwnProperty(n);
		return t.constructor.createProperty(n, e), r ? Object.getOwnPropertyDescriptor(t, n) : void 0;
	})(e, t, n);
}
// node_modules/@lit/reactive-element/decorators/state.js
function k(e) {
	return O({
		...e,
		state: !0,
		attribute: !1
	});
}
// node_modules/@lit/reactive-element/decorators/base.js
var We = (e, t, n) => (n.configurable = !0, n.enumerable = !0, Reflect.decorate && typeof t != "object" && Object.defineProperty(e, t, n), n);
// node_modules/@lit/reactive-element/decorators/query.js
function A(e, t) {
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
			return We(n, r, { get() {
				let n = e.call(this);
				return n === void 0 && (n = a(this), (n !== null || this.hasUpdated) && t.call(this, n)), n;
			} });
		}
		return We(n, r, { get() {
			return a(this);
		} });
	};
}
// src/navigation.ts
var Ge = (e) => {
	history.pushState(null, "", e), window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: !1 } }));
}, j = (e) => {
	let t = e.currentTarget;
	e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && t instanceof HTMLAnchorElement && (e.preventDefault(), Ge(t.pathname));
}, M = "/action-engine", N = (e) => `${M}/executions/${encodeURIComponent(e)}`, P = o`
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
}), Ke = (e) => typeof e == "object" && e && "message" in e ? String(e.message) : String(e), qe = async (e) => (await F(e, "list_approvals")).approvals, Je = (e, t, n) => F(e, "approve", {
	...n,
	approval_id: t
}), Ye = (e, t, n) => F(e, "reject", {
	approval_id: t,
	...n ? { reason: n } : {}
}), Xe = async (e) => (await F(e, "executions")).executions, Ze = (e, t) => F(e, "list_executions", t), Qe = (e, t) => F(e, "get_execution", { execution_id: t }), $e = (e, t) => F(e, "cancel", { execution_id: t }), et = (e, t) => F(e, "rollback", {
	execution_id: t,
	dry_run: !0
}), tt = (e, t) => F(e, "rollback", {
	execution_id: t,
	wait: !1
}), nt = (e) => F(e, "settings"), rt = (e) => e.callService("action_engine", "panic_stop"), it = (e) => e.callService("action_engine", "lift_panic"), at = (e, t) => F(e, "get_execution", { execution_id: t }), ot = (e, t) => F(e, "pause", { execution_id: t }), st = (e, t) => F(e, "resume", { execution_id: t }), ct = (e, t) => F(e, "repeat", { execution_id: t }), lt = (e, t) => F(e, "retry_from", { execution_id: t }), ut = (e) => F(e, "verify_journal"), dt = (e, t, n) => e.connection.subscribeMessage(n, { type: `action_engine/${t}` }), ft = (e) => e ? { agent: e } : {}, pt = (e, t, n, r) => F(e, "check", {
	text: t,
	kind: n,
	...ft(r)
}), mt = async (e, t, n) => {
	let { execution_id: r, state: i } = await F(e, "run", {
		yaml: t,
		wait: !1,
		...ft(n)
	});
	return {
		...r ? { execution_id: r } : {},
		...i ? { state: i } : {}
	};
}, ht = async (e, t, n) => {
	let { execution_id: r, error: i } = await F(e, "run_plan", {
		...t,
		wait: !1,
		...ft(n)
	});
	return {
		...r ? { execution_id: r } : {},
		...i ? { error: i.message } : {}
	};
}, gt = async (e, t, n, r) => (await F(e, "process_response", {
	response: t,
	llm_response_id: r,
	...ft(n)
})).actions, _t = {
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
	"try.truncated": "It has {size} steps; the first of them are shown.",
	"try.plan": "The plan",
	"try.watched": "What runs",
	"try.asked": "A person is being asked",
	"undo.what.impossible": "Cannot be undone"
}, vt = { en: _t }, yt = (e, t, n = {}) => ((vt[e] ?? vt[e.split("-")[0] ?? ""] ?? _t)[t] ?? _t[t]).replace(/\{(\w+)\}/g, (e, t) => t in n ? String(n[t]) : e), bt = (e, t, n) => {
	let r = `${t}.${n}`;
	return r in _t ? yt(e, r) : n.replaceAll("_", " ");
};
// \0@oxc-project+runtime@0.156.0/helpers/esm/decorate.js
function I(e, t, n, r) {
	var i = arguments.length, a = i < 3 ? t : r === null ? r = Object.getOwnPropertyDescriptor(t, n) : r, o;
	if (typeof Reflect == "object" && typeof Reflect.decorate == "function") a = Reflect.decorate(e, t, n, r);
	else for (var s = e.length - 1; s >= 0; s--) (o = e[s]) && (a = (i < 3 ? o(a) : i > 3 ? o(t, n, a) : o(t, n)) || a);
	return i > 3 && a && Object.defineProperty(t, n, a), a;
}
// src/view-element.ts
var L = class extends Be {
	constructor(...e) {
		super(...e), this.problem = null, this.busy = !1;
	}
	t(e, t = {}) {
		return yt(this.hass.locale.language, e, t);
	}
	word(e, t) {
		return bt(this.hass.locale.language, e, t);
	}
	async attempt(e) {
		if (this.busy) return !1;
		this.busy = !0;
		try {
			return await e(), this.problem = null, !0;
		} catch (e) {
			return this.problem = this.t("error", { message: Ke(e) }), !1;
		} finally {
			this.busy = !1;
		}
	}
	async fetching(e) {
		try {
			await e(), this.problem = null;
		} catch (e) {
			this.problem = this.t("error", { message: Ke(e) });
		}
	}
};
I([O({ attribute: !1 })], L.prototype, "hass", void 0), I([k()], L.prototype, "problem", void 0), I([k()], L.prototype, "busy", void 0);
// node_modules/lit-html/directive.js
var xt = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, St = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), Ct = class {
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
}, { I: wt } = Ie, Tt = (e) => e, Et = () => document.createComment(""), Dt = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new wt(r.insertBefore(Et(), i), r.insertBefore(Et(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = Tt(e).nextSibling;
				Tt(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, R = (e, t, n = e) => (e._$AI(t, n), e), Ot = {}, kt = (e, t = Ot) => e._$AH = t, At = (e) => e._$AH, jt = (e) => {
	e._$AR(), e._$AA.remove();
}, Mt = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, Nt = St(class extends Ct {
	constructor(e) {
		if (super(e), e.type !== xt.CHILD) throw Error("repeat() can only be used in text expressions");
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
		let i = At(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = R(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = R(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = R(i[d], a[m]), Dt(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = R(i[f], a[p]), Dt(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = Mt(o, p, m), u = Mt(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = Dt(e, i[d]);
					R(t, a[p]), c[p] = t;
				} else c[p] = R(n, a[p]), Dt(e, i[d], n), i[t] = null;
				p++;
			} else jt(i[f]), f--;
		} else jt(i[d]), d++;
		for (; p <= m;) {
			let t = Dt(e, c[m + 1]);
			R(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && jt(e);
		}
		return this.ut = o, kt(e, c), C;
	}
}), Pt = ({ locale: e }) => {
	switch (e.number_format) {
		case "comma_decimal": return "en-US";
		case "decimal_comma": return "de";
		case "space_comma": return "fr";
		case "system": return;
		default: return e.language;
	}
}, z = (e, t, n = {}) => new Intl.NumberFormat(Pt(e), n).format(t), Ft = (e, t) => z(e, t / 100, {
	style: "percent",
	maximumFractionDigits: 1
}), B = (e, t) => {
	let [n, r] = t < .1 ? [t * 1e3, "millisecond"] : t < 90 ? [t, "second"] : t < 5400 ? [t / 60, "minute"] : [t / 3600, "hour"];
	return z(e, n, {
		style: "unit",
		unit: r,
		unitDisplay: "short",
		maximumFractionDigits: +(n < 10)
	});
}, It = (e, t, n) => {
	let r = Math.max(0, Math.ceil((Date.parse(t) - n) / 1e3));
	if (r >= 3600) return B(e, r);
	let i = String(r % 60).padStart(2, "0");
	return `${Math.floor(r / 60)}:${i}`;
}, Lt = (e, t) => {
	let { language: n, time_format: r, time_zone: i } = e.locale;
	return new Intl.DateTimeFormat(r === "system" ? void 0 : n, {
		dateStyle: "medium",
		timeStyle: "medium",
		...r === "12" ? { hour12: !0 } : {},
		...r === "24" ? { hour12: !1 } : {},
		...i === "server" ? { timeZone: e.config.time_zone } : {}
	}).format(new Date(t));
}, V = (e, t) => {
	let n = e.states[t]?.attributes.friendly_name;
	if (n === void 0) return t;
	let r = e.entities?.[t], i = e.devices?.[r?.device_id ?? ""], a = e.areas?.[r?.area_id ?? i?.area_id ?? ""]?.name;
	return a && !n.includes(a) ? `${n} (${a})` : n;
}, Rt = (e) => e.charAt(0).toUpperCase() + e.slice(1).replaceAll("_", " "), zt = (e) => {
	let t = e.indexOf(".");
	if (t < 0) return Rt(e);
	let n = e.slice(t + 1).replaceAll("_", " ");
	return `${Rt(e.slice(0, t))}: ${n}`;
}, Bt = (e) => typeof e == "string" ? e : JSON.stringify(e, null, 2), Vt = [
	15,
	60,
	480
], H = class extends L {
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
			await this.answer(() => Je(this.hass, this.approval.approval_id, e)), this.code = "";
		}, this.reject = () => this.answer(() => Ye(this.hass, this.approval.approval_id, this.reason)), this.withdraw = () => this.answer(() => $e(this.hass, this.approval.execution_id));
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
		return S`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${e.name}</h2>
        <span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", e.risk)}
        </span>
        ${t ? S`<span class="badge">${this.word("reversible", t.reversible)}</span>` : w}
      </header>
      <p class="quiet">
        ${this.t("approval.policy", { policy: this.policyName || e.policy })} ·
        <span role="timer">${this.time()}</span>
        ${e.needed > 1 ? S` · ${this.agreed()}` : w}
      </p>
      <h3>${this.t("approval.what")}</h3>
      ${t?.steps.length ? S`<ul class="what">${t.steps.map((e) => this.touch(e))}</ul>` : S`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(e.verdict.reasons ?? []).map((e) => S`<li>${e.text}</li>`)}
      </ul>
      ${this.claim()} ${this.answers()}
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      <p>
        <a href=${N(e.execution_id)} @click=${j}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
	}
	time() {
		return Date.parse(this.approval.expires) <= this.now ? this.t("approval.over") : this.t("approval.expires", { time: It(this.hass, this.approval.expires, this.now) });
	}
	agreed() {
		return this.t("approval.agreed", {
			agreed: z(this.hass, this.approval.agreed.length),
			needed: z(this.hass, this.approval.needed)
		});
	}
	touch(e) {
		let t = e.everything ? this.t("approval.everything") : e.entity_ids.map((e) => V(this.hass, e)).join(", ");
		return S`<li class=${e.risk === "critical" || e.risk === "high" ? "bad" : ""}>
      <strong title=${e.action}>${zt(e.tool ?? e.action)}</strong>
      ${t ? S`– <span title=${e.entity_ids.join(", ")}>${t}</span>` : w}
      ${e.opened_from ? S`<span class="quiet">
            ${this.t("approval.from", { source: V(this.hass, e.opened_from) })}
          </span>` : w}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	claim() {
		let e = Object.entries(this.approval.claim).filter(([, e]) => e != null);
		return e.length ? S`<h3>${this.t("approval.claim")}</h3>
      ${e.map(([e, t]) => S`<small class="quiet">${this.word("claim", e)}</small>
          <blockquote>${this.quote(e, t)}</blockquote>`)}` : w;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? Ft(this.hass, t * 100) : Bt(t);
	}
	answers() {
		if (!this.approval.may_answer) return S`<div class="actions">
        <span class="quiet">${this.t("approval.not_you")}</span>
        <button ?disabled=${this.busy} @click=${this.withdraw}>
          ${this.t("approval.withdraw")}
        </button>
      </div>`;
		let e = this.approval.risk === "critical";
		return S`${e && this.hasCode !== !1 ? this.codeField() : w}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${e ? w : this.similarField()}
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
		let e = z(this.hass, this.approval.needed);
		return S`<div class="actions">
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
		return S`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${Vt.map((e) => S`<option value=${e}>
            ${z(this.hass, e < 60 ? e : e / 60, {
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
I([O({ attribute: !1 })], H.prototype, "approval", void 0), I([O()], H.prototype, "policyName", void 0), I([O({ attribute: !1 })], H.prototype, "hasCode", void 0), I([O({ type: Number })], H.prototype, "now", void 0), I([k()], H.prototype, "code", void 0), I([k()], H.prototype, "reason", void 0), I([k()], H.prototype, "minutes", void 0), H = I([D("action-engine-approval")], H);
// src/live.ts
var Ht = 300, Ut = 3e3, Wt = class {
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
			let n = await dt(this.host.hass, e, (n) => {
				this.hear(e, t, n);
			}), r = () => void n().catch(() => void 0);
			t === this.life ? this.unsubscribe.push(r) : r();
		} catch {
			this.later(Ut, t, () => void this.follow(e, t));
		}
	}
	hear(e, t, n) {
		t === this.life && ("closed" in n ? this.later(Ut, t, () => {
			this.follow(e, t), this.load();
		}) : (n.dropped > 0 || n.events.some(this.concerns)) && this.gather(t));
	}
	gather(e) {
		this.gathering || (this.gathering = !0, this.later(Ht, e, () => {
			this.gathering = !1, this.load();
		}));
	}
	later(e, t, n) {
		let r = setTimeout(() => {
			this.timers.delete(r), t === this.life && n();
		}, e);
		this.timers.add(r);
	}
}, Gt = class extends L {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.settings = null, this.live = new Wt(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([qe(this.hass), nt(this.hass)]);
			this.settings = t, this.approvals = e;
		});
	}
	static {
		this.styles = [P, o`
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
		return S`${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      <div role="status" class="quiet">${this.standing()}</div>
      <div class="cards">
        ${Nt(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
      </div>`;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return S`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.load}
    ></action-engine-approval>`;
	}
};
I([k()], Gt.prototype, "approvals", void 0), I([k()], Gt.prototype, "now", void 0), Gt = I([D("action-engine-approvals")], Gt);
// src/components/asked-card.ts
var Kt = class extends L {
	static {
		this.styles = [P, o`
      dl {
        display: grid;
        grid-template-columns: minmax(6em, max-content) 1fr;
        gap: 6px 16px;
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
      summary {
        cursor: pointer;
        margin-top: 12px;
      }
    `];
	}
	render() {
		let { account: e } = this, t = e.timeline.findLast((e) => e.kind === "undone"), n = typeof t?.data == "string" ? t.data : null;
		return S`<dl>
        ${this.row("asked.by", this.who())} ${this.row("asked.agent", this.agent())}
        ${this.row("asked.policy", e.policy_name ?? e.policy)}
        ${this.row("asked.origin", this.origin())}
        ${this.row("asked.undo_of", this.link(e.undo_of))}
        ${this.row("asked.repeat_of", this.link(e.repeat_of))}
        ${this.row("asked.undone_by", this.link(n))}
        ${this.row("asked.repeated_by", this.links(e.repeated_by))}
        ${this.row("asked.question", this.question())}
      </dl>
      ${e.asked ? this.asked(e.asked) : w}`;
	}
	row(e, t) {
		return t ? S`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>` : w;
	}
	who() {
		let { user_id: e, user_name: t } = this.account;
		return e && e === this.hass.user?.id ? this.t("asked.you") : t ?? this.t(e ? "asked.gone" : "asked.nobody");
	}
	agent() {
		let e = this.account.asked?.agent;
		return e && Object.values(e).filter(Boolean).map(String).join(" · ") || null;
	}
	origin() {
		let { origin: e } = this.account;
		if (!e) return null;
		let t = e.split(".")[0] ?? "", n = V(this.hass, e);
		return t !== "script" && t !== "automation" || !this.hass.user?.is_admin ? n : S`<a href=${`/config/${t}/show/${encodeURIComponent(e)}`} @click=${j}>${n}</a>`;
	}
	link(e) {
		return e ? S`<a href=${N(e)} @click=${j}>${this.t("asked.open")}</a>` : null;
	}
	links(e = []) {
		return e.length ? S`${e.map((e) => S`${this.link(e)} `)}` : null;
	}
	question() {
		return this.account.approval_id ? S`<a href="${M}/approvals" @click=${j}>${this.t("asked.answer")}</a>` : null;
	}
	asked(e) {
		let t = Object.entries(e.claim);
		return S`${t.length ? S`<h3>${this.t("approval.claim")}</h3>
            ${t.map(([e, t]) => S`<small class="quiet">${this.word("claim", e)}</small>
                <blockquote>${this.quote(e, t)}</blockquote>`)}` : w}
      <details>
        <summary>${this.t("asked.source")}</summary>
        <p class="quiet">${this.word("source", e.kind ?? "actions")}</p>
        <pre>${Bt(e.actions ?? [])}</pre>
        ${this.given("asked.variables", e.variables)} ${this.given("asked.given", e.given)}
      </details>`;
	}
	given(e, t = {}) {
		return Object.keys(t).length ? S`<h3>${this.t(e)}</h3>
      <pre>${Bt(t)}</pre>` : w;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? Ft(this.hass, t * 100) : Bt(t);
	}
};
I([O({ attribute: !1 })], Kt.prototype, "account", void 0), Kt = I([D("action-engine-asked")], Kt);
// src/components/audit-chain.ts
var qt = 100, U = class extends L {
	constructor(...e) {
		super(...e), this.timeline = [], this.isOpen = !1, this.shown = qt, this.report = null, this.toggled = (e) => {
			this.isOpen = e.currentTarget.open;
		}, this.more = () => {
			this.shown += qt;
		}, this.verify = () => this.attempt(async () => {
			this.report = null, this.report = await ut(this.hass);
		});
	}
	static {
		this.styles = [P, o`
      summary {
        cursor: pointer;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: 4em minmax(9em, max-content) 8em 1fr;
        gap: 0 12px;
        padding: 4px 0;
        border-top: 1px solid var(--divider-color, #ddd);
        font-size: 0.85rem;
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: 3em 1fr;
        }
        li span:nth-child(3),
        li span:nth-child(4) {
          grid-column: 2;
        }
      }
    `];
	}
	render() {
		let e = this.timeline.length;
		return S`<details @toggle=${this.toggled}>
      <summary>${this.t("audit.title", { count: z(this.hass, e) })}</summary>
      ${this.isOpen ? this.chain() : w}
    </details>`;
	}
	chain() {
		return S`<p class="quiet">${this.t("audit.what")}</p>
      <ol>
        ${this.timeline.slice(0, this.shown).map((e) => S`<li>
            <span>${z(this.hass, e.seq)}</span>
            <span>${Lt(this.hass, e.at)}</span>
            <span>${this.word("event", e.kind)}</span>
            <span>${e.path}</span>
          </li>`)}
      </ol>
      <div class="actions">
        ${this.shown < this.timeline.length ? S`<button @click=${this.more}>${this.t("audit.more")}</button>` : w}
        ${this.hass.user?.is_admin ? S`<button ?disabled=${this.busy} @click=${this.verify}>
              ${this.t("audit.verify")}
            </button>` : w}
      </div>
      <p role="status">${this.report === null ? "" : this.said(this.report)}</p>
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}`;
	}
	said(e) {
		let t = {
			events: z(this.hass, e.events),
			executions: z(this.hass, e.executions)
		};
		if (e.first_broken !== null) {
			let { execution_id: t, seq: n, why: r } = e.first_broken, i = n === null ? t : `${t}, ${z(this.hass, n)}`;
			return this.t("audit.broken", {
				where: i,
				why: r
			});
		}
		let n = e.unknown_key ? ` ${this.t("audit.unknown", { count: z(this.hass, e.unknown_key) })}` : "";
		return this.t("audit.holds", t) + n;
	}
};
I([O({ attribute: !1 })], U.prototype, "timeline", void 0), I([k()], U.prototype, "isOpen", void 0), I([k()], U.prototype, "shown", void 0), I([k()], U.prototype, "report", void 0), U = I([D("action-engine-audit")], U);
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
]), Zt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying"
]), Qt = /* @__PURE__ */ new Set([
	"success",
	"failed",
	"cancelled",
	"denied",
	"rejected",
	"expired",
	"rolled_back"
]), $t = /* @__PURE__ */ new Set(["success", "failed"]), W = class extends Be {
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
		return S`<dialog aria-labelledby="heading">
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
I([O()], W.prototype, "heading", void 0), I([O()], W.prototype, "yes", void 0), I([O()], W.prototype, "no", void 0), I([O({ type: Boolean })], W.prototype, "empty", void 0), I([A("dialog")], W.prototype, "dialog", void 0), W = I([D("action-engine-confirm")], W);
// src/components/undo-dialog.ts
var en = [
	"will",
	"skipped",
	"asks",
	"impossible",
	"nothing"
], G = class extends L {
	constructor(...e) {
		super(...e), this.executionId = "", this.name = "", this.preview = null, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await tt(this.hass, this.executionId);
			e ? Ge(N(e)) : this.dispatchEvent(new CustomEvent("undone"));
		});
	}
	static {
		this.styles = P;
	}
	async open() {
		this.preview = await et(this.hass, this.executionId), await this.updateComplete, this.confirm.open();
	}
	render() {
		let e = this.preview?.items ?? [], t = e.some((e) => e.what === "will");
		return S`<action-engine-confirm
        heading=${this.t("undo.title", { name: this.name })}
        yes=${this.t("undo.yes")}
        no=${this.t("back")}
        ?empty=${!t}
        @confirmed=${this.undo}
      >
        ${t ? w : S`<p>${this.t("undo.nothing")}</p>`}
        ${en.map((t) => this.group(t, e.filter((e) => e.what === t)))}
      </action-engine-confirm>
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}`;
	}
	group(e, t) {
		return t.length ? S`<section aria-label=${this.word("undo.what", e)}>
      <h3>${this.word("undo.what", e)}</h3>
      <ul>
        ${t.map((e) => S`<li>
            <strong>${e.entity_id ? V(this.hass, e.entity_id) : e.path}</strong>
            – ${e.reason}
          </li>`)}
      </ul>
    </section>` : w;
	}
};
I([O()], G.prototype, "executionId", void 0), I([O()], G.prototype, "name", void 0), I([k()], G.prototype, "preview", void 0), I([A("action-engine-confirm")], G.prototype, "confirm", void 0), G = I([D("action-engine-undo")], G);
// src/components/execution-buttons.ts
var tn = {
	repeat: ct,
	retry_from: lt
}, K = class extends L {
	constructor(...e) {
		super(...e), this.asked = "repeat", this.changed = () => {
			this.dispatchEvent(new CustomEvent("changed"));
		}, this.pause = () => this.act(ot), this.resume = () => this.act(st), this.cancel = () => this.act($e), this.askRepeat = () => this.ask("repeat"), this.askRetry = () => this.ask("retry_from"), this.doAgain = () => this.attempt(async () => {
			Ge(N((await tn[this.asked](this.hass, this.account.execution_id)).execution_id));
		}), this.askUndo = () => this.attempt(() => this.undo.open());
	}
	static {
		this.styles = P;
	}
	render() {
		let { state: e, undo_of: t } = this.account;
		return S`<div class="actions">
        ${Zt.has(e) ? this.button("pause", this.pause) : w}
        ${e === "paused" ? this.button("resume", this.resume, "main") : w}
        ${Xt.has(e) ? this.button("cancel", this.cancel, "danger") : w}
        ${e === "failed" ? this.button("retry_from", this.askRetry) : w}
        ${Qt.has(e) && t === null ? this.button("repeat", this.askRepeat) : w}
        ${$t.has(e) ? this.button("undo", this.askUndo) : w}
      </div>
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      <action-engine-confirm
        heading=${this.t(`execution.${this.asked}.ask`, { name: this.account.name })}
        yes=${this.t(`execution.${this.asked}.yes`)}
        no=${this.t("back")}
        @confirmed=${this.doAgain}
      >
        <p>${this.t(`execution.${this.asked}.what`)}</p>
      </action-engine-confirm>
      <action-engine-undo
        .hass=${this.hass}
        executionId=${this.account.execution_id}
        name=${this.account.name}
        @undone=${this.changed}
      ></action-engine-undo>`;
	}
	button(e, t, n = "") {
		return S`<button class=${n} ?disabled=${this.busy} @click=${t}>
      ${this.t(`execution.${e}`)}
    </button>`;
	}
	async act(e) {
		await this.attempt(() => e(this.hass, this.account.execution_id)), this.changed();
	}
	async ask(e) {
		this.asked = e, await this.updateComplete, this.confirm.open();
	}
};
I([O({ attribute: !1 })], K.prototype, "account", void 0), I([k()], K.prototype, "asked", void 0), I([A("action-engine-confirm")], K.prototype, "confirm", void 0), I([A("action-engine-undo")], K.prototype, "undo", void 0), K = I([D("action-engine-execution-buttons")], K);
// src/plan/icons.ts
var nn = {
	call: "M12,5A2,2 0 0,1 14,7C14,7.24 13.96,7.47 13.88,7.69C17.95,8.5 21,11.91 21,16H3C3,11.91 6.05,8.5 10.12,7.69C10.04,7.47 10,7.24 10,7A2,2 0 0,1 12,5M22,19H2V17H22V19Z",
	scene: "M17.5,12A1.5,1.5 0 0,1 16,10.5A1.5,1.5 0 0,1 17.5,9A1.5,1.5 0 0,1 19,10.5A1.5,1.5 0 0,1 17.5,12M14.5,8A1.5,1.5 0 0,1 13,6.5A1.5,1.5 0 0,1 14.5,5A1.5,1.5 0 0,1 16,6.5A1.5,1.5 0 0,1 14.5,8M9.5,8A1.5,1.5 0 0,1 8,6.5A1.5,1.5 0 0,1 9.5,5A1.5,1.5 0 0,1 11,6.5A1.5,1.5 0 0,1 9.5,8M6.5,12A1.5,1.5 0 0,1 5,10.5A1.5,1.5 0 0,1 6.5,9A1.5,1.5 0 0,1 8,10.5A1.5,1.5 0 0,1 6.5,12M12,3A9,9 0 0,0 3,12A9,9 0 0,0 12,21A1.5,1.5 0 0,0 13.5,19.5C13.5,19.11 13.35,18.76 13.11,18.5C12.88,18.23 12.73,17.88 12.73,17.5A1.5,1.5 0 0,1 14.23,16H16A5,5 0 0,0 21,11C21,6.58 16.97,3 12,3Z",
	device: "M3 6H21V4H3C1.9 4 1 4.9 1 6V18C1 19.1 1.9 20 3 20H7V18H3V6M13 12H9V13.78C8.39 14.33 8 15.11 8 16C8 16.89 8.39 17.67 9 18.22V20H13V18.22C13.61 17.67 14 16.88 14 16S13.61 14.33 13 13.78V12M11 17.5C10.17 17.5 9.5 16.83 9.5 16S10.17 14.5 11 14.5 12.5 15.17 12.5 16 11.83 17.5 11 17.5M22 8H16C15.5 8 15 8.5 15 9V19C15 19.5 15.5 20 16 20H22C22.5 20 23 19.5 23 19V9C23 8.5 22.5 8 22 8M21 18H17V10H21V18Z",
	tool: "M21.71 20.29L20.29 21.71A1 1 0 0 1 18.88 21.71L7 9.85A3.81 3.81 0 0 1 6 10A4 4 0 0 1 2.22 4.7L4.76 7.24L5.29 6.71L6.71 5.29L7.24 4.76L4.7 2.22A4 4 0 0 1 10 6A3.81 3.81 0 0 1 9.85 7L21.71 18.88A1 1 0 0 1 21.71 20.29M2.29 18.88A1 1 0 0 0 2.29 20.29L3.71 21.71A1 1 0 0 0 5.12 21.71L10.59 16.25L7.76 13.42M20 2L16 4V6L13.83 8.17L15.83 10.17L18 8H20L22 4Z",
	catalog: "M20.5,11H19V7C19,5.89 18.1,5 17,5H13V3.5A2.5,2.5 0 0,0 10.5,1A2.5,2.5 0 0,0 8,3.5V5H4A2,2 0 0,0 2,7V10.8H3.5C5,10.8 6.2,12 6.2,13.5C6.2,15 5,16.2 3.5,16.2H2V20A2,2 0 0,0 4,22H7.8V20.5C7.8,19 9,17.8 10.5,17.8C12,17.8 13.2,19 13.2,20.5V22H17A2,2 0 0,0 19,20V16H20.5A2.5,2.5 0 0,0 23,13.5A2.5,2.5 0 0,0 20.5,11Z",
	condition: "M5 5H7V11H5V5M10 5H8V11H10V5M5 19H7V13H5V19M10 13H8V19H10V17H15V15H10V13M2 21H4V3H2V21M20 3V7H13V5H11V11H13V9H20V15H18V13H16V19H18V17H20V21H22V3H20Z",
	choose: "M11,5H8L12,1L16,5H13V9.43C12.25,9.89 11.58,10.46 11,11.12V5M22,11L18,7V10C14.39,9.85 11.31,12.57 11,16.17C9.44,16.72 8.62,18.44 9.17,20C9.72,21.56 11.44,22.38 13,21.83C14.56,21.27 15.38,19.56 14.83,18C14.53,17.14 13.85,16.47 13,16.17C13.47,12.17 17.47,11.97 17.95,11.97V14.97L22,11M10.63,11.59C9.3,10.57 7.67,10 6,10V7L2,11L6,15V12C7.34,12.03 8.63,12.5 9.64,13.4C9.89,12.76 10.22,12.15 10.63,11.59Z",
	if: "M14,4L16.29,6.29L13.41,9.17L14.83,10.59L17.71,7.71L20,10V4M10,4H4V10L6.29,7.71L11,12.41V20H13V11.59L7.71,6.29",
	parallel: "M16,4.5V7H5V9H16V11.5L19.5,8M16,12.5V15H5V17H16V19.5L19.5,16",
	repeat: "M17.65,6.35C16.2,4.9 14.21,4 12,4A8,8 0 0,0 4,12A8,8 0 0,0 12,20C15.73,20 18.84,17.45 19.73,14H17.65C16.83,16.33 14.61,18 12,18A6,6 0 0,1 6,12A6,6 0 0,1 12,6C13.66,6 15.14,6.69 16.22,7.78L13,11H20V4L17.65,6.35Z",
	sequence: "M3 10H14V12H3V10M3 6H14V8H3V6M3 14H10V16H3V14M16 13V21L22 17L16 13Z",
	graph: "M13,14C9.64,14 8.54,15.35 8.18,16.24C9.25,16.7 10,17.76 10,19A3,3 0 0,1 7,22A3,3 0 0,1 4,19C4,17.69 4.83,16.58 6,16.17V7.83C4.83,7.42 4,6.31 4,5A3,3 0 0,1 7,2A3,3 0 0,1 10,5C10,6.31 9.17,7.42 8,7.83V13.12C8.88,12.47 10.16,12 12,12C14.67,12 15.56,10.66 15.85,9.77C14.77,9.32 14,8.25 14,7A3,3 0 0,1 17,4A3,3 0 0,1 20,7C20,8.34 19.12,9.5 17.91,9.86C17.65,11.29 16.68,14 13,14M7,18A1,1 0 0,0 6,19A1,1 0 0,0 7,20A1,1 0 0,0 8,19A1,1 0 0,0 7,18M7,4A1,1 0 0,0 6,5A1,1 0 0,0 7,6A1,1 0 0,0 8,5A1,1 0 0,0 7,4M17,6A1,1 0 0,0 16,7A1,1 0 0,0 17,8A1,1 0 0,0 18,7A1,1 0 0,0 17,6Z",
	try: "M18 12C19 12 20 12.2 20.9 12.7C21 12.1 21 11.6 21 11V5L12 1L3 5V11C3 16.5 6.8 21.7 12 23C12.4 22.9 12.7 22.8 13 22.7C12 21.5 11.5 20 11.5 18.5C11.5 14.9 14.4 12 18 12M18 14.5C19.1 14.5 20.1 14.9 20.8 15.7L22 14.5V18.5H18L19.8 16.7C19.3 16.3 18.7 16 18 16C16.6 16 15.5 17.1 15.5 18.5S16.6 21 18 21C18.8 21 19.5 20.6 20 20H21.7C21.1 21.5 19.7 22.5 18 22.5C15.8 22.5 14 20.7 14 18.5S15.8 14.5 18 14.5Z",
	delay: "M12,20A7,7 0 0,1 5,13A7,7 0 0,1 12,6A7,7 0 0,1 19,13A7,7 0 0,1 12,20M19.03,7.39L20.45,5.97C20,5.46 19.55,5 19.04,4.56L17.62,6C16.07,4.74 14.12,4 12,4A9,9 0 0,0 3,13A9,9 0 0,0 12,22C17,22 21,17.97 21,13C21,10.88 20.26,8.93 19.03,7.39M11,14H13V8H11M15,1H9V3H15V1Z",
	wait: "M12,9A2,2 0 0,1 10,7C10,5.89 10.9,5 12,5C13.11,5 14,5.89 14,7A2,2 0 0,1 12,9M12,14A2,2 0 0,1 10,12C10,10.89 10.9,10 12,10C13.11,10 14,10.89 14,12A2,2 0 0,1 12,14M12,19A2,2 0 0,1 10,17C10,15.89 10.9,15 12,15C13.11,15 14,15.89 14,17A2,2 0 0,1 12,19M20,10H17V8.86C18.72,8.41 20,6.86 20,5H17V4A1,1 0 0,0 16,3H8A1,1 0 0,0 7,4V5H4C4,6.86 5.28,8.41 7,8.86V10H4C4,11.86 5.28,13.41 7,13.86V15H4C4,16.86 5.28,18.41 7,18.86V20A1,1 0 0,0 8,21H16A1,1 0 0,0 17,20V18.86C18.72,18.41 20,16.86 20,15H17V13.86C18.72,13.41 20,11.86 20,10Z",
	event: "M10,9A1,1 0 0,1 11,8A1,1 0 0,1 12,9V13.47L13.21,13.6L18.15,15.79C18.68,16.03 19,16.56 19,17.14V21.5C18.97,22.32 18.32,22.97 17.5,23H11C10.62,23 10.26,22.85 10,22.57L5.1,18.37L5.84,17.6C6.03,17.39 6.3,17.28 6.58,17.28H6.8L10,19V9M11,5A4,4 0 0,1 15,9C15,10.5 14.2,11.77 13,12.46V11.24C13.61,10.69 14,9.89 14,9A3,3 0 0,0 11,6A3,3 0 0,0 8,9C8,9.89 8.39,10.69 9,11.24V12.46C7.8,11.77 7,10.5 7,9A4,4 0 0,1 11,5M11,3A6,6 0 0,1 17,9C17,10.7 16.29,12.23 15.16,13.33L14.16,12.88C15.28,11.96 16,10.56 16,9A5,5 0 0,0 11,4A5,5 0 0,0 6,9C6,11.05 7.23,12.81 9,13.58V14.66C6.67,13.83 5,11.61 5,9A6,6 0 0,1 11,3Z",
	variables: "M7,13V11H21V13H7M7,19V17H21V19H7M7,7V5H21V7H7M3,8V5H2V4H4V8H3M2,17V16H5V20H2V19H4V18.5H3V17.5H4V17H2M4.25,10A0.75,0.75 0 0,1 5,10.75C5,10.95 4.92,11.14 4.79,11.27L3.12,13H5V14H2V13.08L4,11H2V10H4.25Z",
	stop: "M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4M9,9V15H15V9",
	answer: "M9,22A1,1 0 0,1 8,21V18H4A2,2 0 0,1 2,16V4C2,2.89 2.9,2 4,2H20A2,2 0 0,1 22,4V16A2,2 0 0,1 20,18H13.9L10.2,21.71C10,21.9 9.75,22 9.5,22V22H9M10,16V19.08L13.08,16H20V4H4V16H10M17,11H15V9H17V11M13,11H11V9H13V11M9,11H7V9H9V11Z",
	native: "M10,16.5V7.5L16,12M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z"
}, rn = {
	done: "M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M10 17L5 12L6.41 10.59L10 14.17L17.59 6.58L19 8L10 17Z",
	failed: "M12,2C17.53,2 22,6.47 22,12C22,17.53 17.53,22 12,22C6.47,22 2,17.53 2,12C2,6.47 6.47,2 12,2M15.59,7L12,10.59L8.41,7L7,8.41L10.59,12L7,15.59L8.41,17L12,13.41L15.59,17L17,15.59L13.41,12L17,8.41L15.59,7Z",
	skipped: "M17,13H7V11H17M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z",
	running: "M13,2.03V2.05L13,4.05C17.39,4.59 20.5,8.58 19.96,12.97C19.5,16.61 16.64,19.5 13,19.93V21.93C18.5,21.38 22.5,16.5 21.95,11C21.5,6.25 17.73,2.5 13,2.03M11,2.06C9.05,2.25 7.19,3 5.67,4.26L7.1,5.74C8.22,4.84 9.57,4.26 11,4.06V2.06M4.26,5.67C3,7.19 2.25,9.04 2.05,11H4.05C4.24,9.58 4.8,8.23 5.69,7.1L4.26,5.67M2.06,13C2.26,14.96 3.03,16.81 4.27,18.33L5.69,16.9C4.81,15.77 4.24,14.42 4.06,13H2.06M7.1,18.37L5.67,19.74C7.18,21 9.04,21.79 11,22V20C9.58,19.82 8.23,19.25 7.1,18.37M12.5,7V12.25L17,14.92L16.25,16.15L11,13V7H12.5Z",
	waiting: "M11 7V13L16.2 16.1L17 14.9L12.5 12.2V7H11M20 12V18H22V12H20M20 20V22H22V20H20M18 20C16.3 21.3 14.3 22 12 22C6.5 22 2 17.5 2 12S6.5 2 12 2C16.8 2 20.9 5.4 21.8 10H19.7C18.8 6.6 15.7 4 12 4C7.6 4 4 7.6 4 12S7.6 20 12 20C14.4 20 16.5 18.9 18 17.3V20Z",
	stopped: "M15,16H13V8H15M11,16H9V8H11M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z",
	unreached: "M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z"
}, an = (e) => {
	let t = on(e), n = [], r = (e) => n[e] ??= [], i = e.map((e, n) => r(t[n] ?? 0).push({
		node: n,
		next: []
	}) - 1), a = /* @__PURE__ */ new Set();
	e.forEach((e, n) => {
		let o = t[n] ?? 0;
		for (let s of e) {
			let e = t[s];
			if (e === void 0 || e >= o) continue;
			a.add(s);
			let c = r(e)[i[s] ?? 0];
			for (let t = e + 1; t < o; t += 1) {
				let e = {
					node: null,
					next: []
				};
				c?.next.push(r(t).push(e) - 1), c = e;
			}
			c?.next.push(i[n] ?? 0);
		}
	});
	let o = e.map((e, t) => t).filter((e) => !a.has(e));
	return {
		layers: sn(n),
		last: o
	};
}, on = (e) => {
	let t = e.map(() => 0);
	for (let n = 0; n < e.length; n += 1) {
		let n = !1;
		for (let [r, i] of e.entries()) {
			let a = i.filter((e) => e in t && e !== r), o = Math.max(-1, ...a.map((e) => t[e] ?? 0)) + 1;
			o > (t[r] ?? 0) && o < e.length && (t[r] = o, n = !0);
		}
		if (!n) break;
	}
	return t;
}, sn = (e) => {
	for (let t = 1; t < e.length; t += 1) {
		let n = e[t - 1] ?? [], r = e[t] ?? [], i = r.map(() => ({
			sum: 0,
			count: 0
		}));
		n.forEach((e, t) => {
			for (let n of e.next) {
				let e = i[n];
				e && (e.sum += t, e.count += 1);
			}
		});
		let a = (e) => {
			let t = i[e];
			return t?.count ? t.sum / t.count : e;
		}, o = r.map((e, t) => t).sort((e, t) => a(e) - a(t) || e - t), s = new Map(o.map((e, t) => [e, t]));
		e[t] = o.map((e) => r[e]);
		for (let e of n) e.next = e.next.map((e) => s.get(e) ?? e);
	}
	return e;
}, q = 28, cn = 16, J = 24, ln = 28, un = (e) => {
	let t = dn(e), n = {
		nodes: [],
		edges: [],
		labels: []
	};
	return t.draw(n, t.width / 2, 0), {
		width: t.width,
		height: t.height,
		...n
	};
}, dn = (e) => {
	let t = e.map(fn), n = t.reduce((e, t) => e + t.height, 0);
	return {
		width: Math.max(ln, ...t.map((e) => e.width)),
		height: n + q * Math.max(0, t.length - 1),
		draw: (n, r, i) => {
			let a = i;
			t.forEach((t, i) => {
				let [o, s] = [e[i], e[i - 1]];
				o && s && Y(n, [r, a - q], [r, a], s.path, o.path), t.draw(n, r, a), a += t.height + q;
			});
		}
	};
}, fn = (e) => {
	if (e.kind === "graph") return mn(e, yn(e));
	let { branches: t } = e;
	if (!t.length) return pn(e);
	let n = t.find((t) => t.label === "finally" && e.kind === "try"), r = mn(e, vn(e, t.filter((e) => e !== n)));
	return n ? hn(r, n) : r;
}, pn = (e) => ({
	width: 184,
	height: 52,
	draw: (t, n, r) => {
		t.nodes.push({
			node: e,
			x: n - 92,
			y: r
		});
	}
}), mn = (e, t) => ({
	width: Math.max(184, t.width),
	height: 52 + t.height,
	draw: (n, r, i) => {
		n.nodes.push({
			node: e,
			x: r - 92,
			y: i
		}), t.draw(n, r, i + 52);
	}
}), hn = (e, t) => {
	let n = dn(t.steps);
	return {
		width: Math.max(e.width, n.width),
		height: e.height + J + n.height,
		draw: (r, i, a) => {
			e.draw(r, i, a);
			let o = a + e.height;
			Y(r, [i, o], [i, o + J], t.path, t.path), r.labels.push({
				text: t.label,
				x: i,
				y: o + J / 2
			}), n.draw(r, i, o + J);
		}
	};
}, gn = /* @__PURE__ */ new Set([
	"call",
	"scene",
	"device",
	"tool"
]), _n = /* @__PURE__ */ new Set(["if", "choose"]), vn = (e, t) => {
	let n = t.map((e) => dn(e.steps)), r = t.map((e) => e.label), i = r.includes("else") || r.includes("default"), a = gn.has(e.kind) || _n.has(e.kind) && !i, o = e.kind === "repeat" ? 32 : 0, s = n.map((e, t) => Math.max(e.width + o, Cn(r[t] ?? "")));
	a && s.unshift(ln);
	let c = 52 + Math.max(0, ...n.map((e) => e.height)), l = c + q;
	return {
		width: xn(s),
		height: l,
		draw: (r, i, o) => {
			let u = Sn(s, i), d = t.map((e) => e.path);
			if (a) {
				let t = u.shift() ?? i;
				Y(r, [i, o], [t, o + q], e.path, null, d), Y(r, [t, o + q], [t, o + c], e.path, null, d), Y(r, [t, o + c], [i, o + l], e.path, null, d);
			}
			t.forEach((t, a) => {
				let [s, d] = [u[a] ?? i, n[a]], f = o + q + J;
				Y(r, [i, o], [s, o + q], e.path, t.path), Y(r, [s, o + q], [s, f], e.path, t.path), r.labels.push({
					text: t.label,
					x: s,
					y: o + q + J / 2
				}), d.draw(r, s, f);
				let p = f + d.height;
				p < o + c && Y(r, [s, p], [s, o + c], t.path, t.path), Y(r, [s, o + c], [i, o + l], t.path, t.path), e.kind === "repeat" && wn(r, s + d.width / 2, [i, o], o + c, t.path);
			});
		}
	};
}, yn = (e) => {
	let t = e.branches.map((e) => e.steps[0]).filter((e) => e !== void 0), n = new Map(t.map((e, t) => [e.id, t])), { layers: r, last: i } = an(t.map((e) => e.depends_on.flatMap((e) => n.get(e) ?? []))), a = t.map(fn), o = (e) => a[e.node ?? -1], s = r.map((e) => e.map((e) => o(e)?.width ?? ln)), c = r.map((e) => Math.max(0, ...e.map((e) => o(e)?.height ?? 0))), l = c.reduce((e, t) => e + t + q, q);
	return {
		width: Math.max(ln, ...s.map(xn)),
		height: l,
		draw: (n, a, u) => {
			let d = s.map((e) => Sn(e, a)), f = [];
			c.reduce((e, t, n) => (f[n] = e, e + t + q), u + q);
			let p = u + l;
			r.forEach((s, l) => {
				let [m, h] = [f[l] ?? u, c[l] ?? 0];
				s.forEach((s, c) => {
					let g = d[l]?.[c] ?? a, ee = o(s), _ = t[s.node ?? -1];
					ee && _ ? (ee.draw(n, g, m), _.depends_on.length || Y(n, [a, u], [g, m], e.path, _.path)) : Y(n, [g, m], [g, m + h], "", bn(r, l, s, t));
					for (let e of s.next) {
						let i = r[l + 1]?.[e];
						if (!i) continue;
						let o = [d[l + 1]?.[e] ?? a, f[l + 1] ?? m], s = bn(r, l + 1, i, t);
						Y(n, [g, m + (ee?.height ?? h)], o, _?.path ?? "", s);
					}
					_ && i.includes(s.node ?? -1) && Y(n, [g, m + (ee?.height ?? 0)], [a, p], _.path, _.path);
				});
			});
		}
	};
}, bn = (e, t, n, r) => {
	if (n.node !== null) return r[n.node]?.path ?? "";
	let i = e[t + 1]?.[n.next[0] ?? -1];
	return i ? bn(e, t + 1, i, r) : "";
}, xn = (e) => e.reduce((e, t) => e + t, 0) + cn * Math.max(0, e.length - 1), Sn = (e, t) => {
	let n = t - xn(e) / 2;
	return e.map((e) => {
		let t = n + e / 2;
		return n += e + cn, t;
	});
}, Cn = (e) => Math.min(184, 24 + e.length * 7), Y = (e, [t, n], [r, i], a, o, s = []) => {
	let c = (n + i) / 2, l = t === r ? `M${X(t)} ${X(n)}V${X(i)}` : `M${X(t)} ${X(n)}C${X(t)} ${X(c)} ${X(r)} ${X(c)} ${X(r)} ${X(i)}`;
	e.edges.push({
		d: l,
		from: a,
		to: o,
		unless: s,
		back: !1
	});
}, wn = (e, t, [n, r], i, a) => {
	let o = t + cn / 2, s = `M${X(n)} ${X(i)}H${X(o)}V${X(r + q / 2)}H${X(n)}`;
	e.edges.push({
		d: s,
		from: a,
		to: a,
		unless: [],
		back: !0
	});
}, X = (e) => Math.round(e * 10) / 10, Tn = {
	succeeded: "done",
	fallback: "done",
	failed: "failed",
	skipped: "skipped",
	stopped: "stopped",
	started: "running",
	attempt_failed: "waiting",
	waiting: "waiting"
}, En = {
	waiting: 3,
	running: 3,
	failed: 2,
	stopped: 1,
	done: 0,
	skipped: 0,
	unreached: 0
}, Dn = (e) => e.replace(/(^|\/)repeat\/\d+\/(?=sequence\/)/g, "$1repeat/").replace(/(^|\/)remedy\/\d+\/(?=\d)/g, "$1remedy/"), On = class {
	constructor(e) {
		this.stands = /* @__PURE__ */ new Map(), this.touched = /* @__PURE__ */ new Set();
		for (let t of e) this.add(t);
	}
	add({ path: e, status: t }) {
		let n = Dn(e), r = Tn[t] ?? "running", i = this.stands.get(n), a = (i?.count ?? 0) + 1;
		i !== void 0 && En[i.standing] > En[r] ? this.stands.set(n, {
			...i,
			count: a
		}) : this.stands.set(n, {
			standing: r,
			status: t,
			count: a,
			path: e
		});
		let o = n;
		for (; o && !this.touched.has(o);) this.touched.add(o), o = o.slice(0, Math.max(0, o.lastIndexOf("/")));
	}
	of(e) {
		return this.stands.get(e);
	}
	isReached(e) {
		return this.touched.has(e);
	}
}, kn = o`
  .scroll {
    overflow: auto;
    max-height: min(70vh, 640px);
    padding: 4px;
    overscroll-behavior: contain;
  }
  .paper {
    position: relative;
    margin: 0 auto;
  }
  svg.ways {
    position: absolute;
    inset: 0;
    overflow: visible;
    pointer-events: none;
  }
  .ways path {
    fill: none;
    stroke: var(--divider-color, #ccc);
    stroke-width: 2;
  }
  .ways path.taken {
    stroke: var(--accent-color, #ff9800);
    stroke-width: 3;
  }
  .ways path.back {
    stroke-dasharray: 4 4;
  }
  .label {
    position: absolute;
    transform: translate(-50%, -50%);
    max-width: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding: 0 8px;
    border-radius: 10px;
    font-size: 0.75rem;
    color: var(--secondary-text-color, #666);
    background: var(--secondary-background-color, #eee);
  }
  button.node {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px;
    text-align: start;
    border: 2px solid var(--divider-color, #ccc);
    border-radius: 12px;
    background: var(--card-background-color, #fff);
    line-height: 1.2;
  }
  button.node.unreached {
    border-style: dashed;
    color: var(--secondary-text-color, #666);
  }
  button.node.done {
    border-color: var(--success-color, #43a047);
  }
  button.node.failed,
  button.node.stopped {
    border-color: var(--error-color, #db4437);
  }
  button.node.running {
    border-color: var(--primary-color, #03a9f4);
  }
  button.node.waiting {
    border-color: var(--warning-color, #ffa600);
  }
  button.node[aria-pressed="true"] {
    box-shadow: 0 0 0 3px var(--primary-color, #03a9f4);
  }
  .node .what {
    flex: 1;
    min-width: 0;
    overflow: hidden;
  }
  .node .what span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .node small {
    color: var(--secondary-text-color, #666);
  }
  .node svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: var(--secondary-text-color, #666);
  }
  .done svg.mark {
    fill: var(--success-color, #43a047);
  }
  .failed svg.mark,
  .stopped svg.mark {
    fill: var(--error-color, #db4437);
  }
  .running svg.mark {
    fill: var(--primary-color, #03a9f4);
  }
  .waiting svg.mark {
    fill: var(--warning-color, #ffa600);
  }
  .node .count {
    font-size: 0.75rem;
    font-weight: 500;
  }
`, An = /* @__PURE__ */ new Set([
	"call",
	"tool",
	"scene"
]), Z = class extends L {
	constructor(...e) {
		super(...e), this.outline = [], this.steps = null, this.selected = null, this.focused = 0, this.layout = un([]), this.standings = new On([]), this.move = (e) => {
			let t = [...this.renderRoot.querySelectorAll("button.node")], n = t.indexOf(e.target), r = jn[e.key];
			if (n < 0 || r === void 0) return;
			let i = Math.min(Math.max(n + r, 0), t.length - 1);
			e.preventDefault(), this.focused = i, t[i]?.focus();
		};
	}
	static {
		this.styles = [P, kn];
	}
	willUpdate(e) {
		e.has("outline") && (this.layout = un(this.outline), this.focused = 0), e.has("steps") && (this.standings = new On(this.steps ?? []));
	}
	render() {
		let { width: e, height: t, nodes: n, edges: r, labels: i } = this.layout;
		return S`<div
      class="scroll"
      role="group"
      aria-label=${this.t("graph")}
      @keydown=${this.move}
    >
      <div class="paper" style="width:${e}px;height:${t}px">
        <svg class="ways" width=${e} height=${t} aria-hidden="true">
          ${r.map((e) => this.way(e))}
        </svg>
        ${i.map(({ text: e, x: t, y: n }) => S`<span class="label" style="left:${t}px;top:${n}px">
              ${this.word("branch", e)}
            </span>`)}
        ${n.map((e, t) => this.node(e, t))}
      </div>
    </div>`;
	}
	way({ d: e, from: t, to: n, unless: r, back: i }) {
		let { standings: a } = this, o = n === null ? a.isReached(t) && a.of(t)?.standing === "done" && !r.some((e) => a.isReached(e)) : a.isReached(n) && (!t || a.isReached(t)), s = i && [...this.turns(n ?? "")].some((e) => e > 1);
		return we`<path class="${(i ? s : o) ? "taken" : ""} ${i ? "back" : ""}" d=${e}></path>`;
	}
	*turns(e) {
		for (let { node: t } of this.layout.nodes) t.path.startsWith(`${e}/`) && (yield this.standings.of(t.path)?.count ?? 0);
	}
	node({ node: e, x: t, y: n }, r) {
		let i = this.standings.of(e.path), a = i?.standing ?? "unreached", [o, s] = this.names(e);
		return S`<button
      class="node ${this.steps === null ? "" : a}"
      style="left:${t}px;top:${n}px;width:${184}px;height:${52}px"
      tabindex=${r === this.focused ? 0 : -1}
      data-place=${e.path}
      aria-pressed=${this.selected === e.path}
      aria-label=${this.spoken(o, s, i)}
      title=${[o, s].filter(Boolean).join(" – ")}
      @click=${() => {
			this.select(e, i, r);
		}}
    >
      ${Mn(nn[e.kind] ?? nn.native, "kind")}
      <span class="what">
        <span>${o}</span>${s ? S`<small><span>${s}</span></small>` : w}
      </span>
      ${(i?.count ?? 0) > 1 ? S`<span class="count">${z(this.hass, i?.count ?? 0)}×</span>` : w}
      ${this.steps === null ? w : Mn(rn[a], "mark")}
    </button>`;
	}
	names(e) {
		let t = An.has(e.kind), n = this.word("kind", e.kind), r = t ? zt(e.title) : n, i = (e.targets ?? []).map((e) => V(this.hass, e)).join(", "), a = e.id !== null && e.depends_on.length ? e.id : "", o = t ? i || a : e.title === e.kind ? "" : e.title;
		return e.enabled === !1 ? [e.alias ?? r, this.t("graph.disabled")] : e.alias === null ? [r, o] : [e.alias, [r, i].filter(Boolean).join(" – ")];
	}
	spoken(e, t, n) {
		if (this.steps === null) return [e, t].filter(Boolean).join(", ");
		let r = n === void 0 ? this.t("graph.unreached") : this.word("step.status", n.status), i = n?.count ?? 0;
		return [
			e,
			t,
			r,
			i > 1 ? this.t("graph.times", { count: z(this.hass, i) }) : ""
		].filter(Boolean).join(", ");
	}
	select(e, t, n) {
		this.focused = n, this.selected = e.path;
		let r = {
			place: e.path,
			path: t?.path ?? null
		};
		this.dispatchEvent(new CustomEvent("step-selected", { detail: r }));
	}
};
I([O({ attribute: !1 })], Z.prototype, "outline", void 0), I([O({ attribute: !1 })], Z.prototype, "steps", void 0), I([O()], Z.prototype, "selected", void 0), I([k()], Z.prototype, "focused", void 0), Z = I([D("action-engine-graph")], Z);
var jn = {
	ArrowDown: 1,
	ArrowRight: 1,
	ArrowUp: -1,
	ArrowLeft: -1,
	Home: -Infinity,
	End: Infinity
}, Mn = (e, t) => S`<svg class=${t} viewBox="0 0 24 24" aria-hidden="true"><path d=${e ?? ""}></path></svg>`, Nn = (e) => {
	let t = /* @__PURE__ */ new Map(), n = (e) => {
		let n = t.get(e) ?? {
			entityId: e,
			before: null,
			after: null
		};
		return t.set(e, n), n;
	};
	for (let { kind: t, data: r } of e) if (t === "intent") for (let [e, t] of Pn(r, "before")) n(e).before ??= t;
	else if (t === "result" || t === "raised") for (let [e, t] of Pn(r, "after")) n(e).after = t ?? n(e).after;
	return [...t.values()].filter((e) => e.before !== null || e.after !== null);
}, Pn = (e, t) => {
	let n = In(e) ? e[t] : null;
	return In(n) ? Object.entries(n).map(([e, t]) => [e, In(t) && typeof t.state == "string" ? {
		state: t.state,
		attributes: In(t.attributes) ? t.attributes : {}
	} : null]) : [];
}, Fn = (e, t) => {
	if (t === null) return [];
	let n = (e) => typeof e == "string" ? e : JSON.stringify(e);
	return Object.entries(t.attributes).filter(([, e]) => e != null).filter(([t, r]) => n(r) !== n(e?.attributes[t] ?? null)).map(([e, t]) => [e, n(t)]);
}, In = (e) => typeof e == "object" && !!e && !Array.isArray(e), Ln = class extends L {
	constructor(...e) {
		super(...e), this.timeline = [], this.changes = [];
	}
	static {
		this.styles = [P, o`
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        text-align: start;
      }
      th,
      td {
        padding: 8px 12px 8px 0;
        text-align: start;
        vertical-align: top;
        font-weight: 400;
        border-top: 1px solid var(--divider-color, #ddd);
      }
      thead th {
        border: none;
        color: var(--secondary-text-color, #666);
        font-size: 0.85rem;
      }
      small {
        display: block;
      }
    `];
	}
	willUpdate(e) {
		e.has("timeline") && (this.changes = Nn(this.timeline));
	}
	render() {
		let { changes: e } = this;
		return e.length ? S`<div class="scroll">
      <table>
        <thead>
          <tr>
            ${[
			"states.device",
			"states.before",
			"states.after",
			"states.now"
		].map((e) => S`<th scope="col">${this.t(e)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${e.map((e) => this.row(e))}
        </tbody>
      </table>
    </div>` : S`<p class="quiet">${this.t("states.none")}</p>`;
	}
	row({ entityId: e, before: t, after: n }) {
		let r = this.hass.states[e]?.state ?? null, i = r !== null && n !== null && r !== n.state;
		return S`<tr>
      <th scope="row" title=${e}>${V(this.hass, e)}</th>
      <td>${this.seen(e, t, n)}</td>
      <td>${this.seen(e, n, t)}</td>
      <td>
        ${r === null ? this.t("states.gone") : this.stateText(e, r)}
        ${i ? S`<small class="quiet">${this.t("states.moved")}</small>` : w}
      </td>
    </tr>`;
	}
	seen(e, t, n) {
		return t === null ? this.t("states.unknown") : S`${this.stateText(e, t.state)}
    ${Fn(n, t).map(([e, t]) => S`<small class="quiet">${e.replaceAll("_", " ")} ${t}</small>`)}`;
	}
	stateText(e, t) {
		let n = this.hass.states[e];
		return (n && this.hass.formatEntityState?.(n, t)) ?? t;
	}
};
I([O({ attribute: !1 })], Ln.prototype, "timeline", void 0), Ln = I([D("action-engine-states")], Ln);
// node_modules/lit-html/directives/guard.js
var Rn = {}, zn = St(class extends Ct {
	constructor() {
		super(...arguments), this.ot = Rn;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return C;
		} else if (this.ot === t) return C;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), Q = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), Bn = class {
	constructor(e, t, n) {
		this.isNeeded = t, this.tick = n, this.frame = 0, this.shown = 0, this.beat = (e) => {
			if (this.frame = 0, !this.isNeeded()) return;
			let t = Vn() ? 1e3 : 0;
			e - this.shown >= t && (this.shown = e, this.tick()), this.frame = requestAnimationFrame(this.beat);
		}, e.addController(this);
	}
	hostUpdated() {
		this.isNeeded() && !this.frame && (this.frame = requestAnimationFrame(this.beat));
	}
	hostDisconnected() {
		cancelAnimationFrame(this.frame), this.frame = 0;
	}
}, Vn = () => matchMedia("(prefers-reduced-motion: reduce)").matches, Hn = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken"
}, Un = (e) => e.status in Hn, Wn = class {
	constructor(e) {
		this.timeline = e, this.firsts = /* @__PURE__ */ new Map(), this.intents = /* @__PURE__ */ new Map(), this.ends = /* @__PURE__ */ new Map();
		for (let t of e) this.firsts.has(t.path) || this.firsts.set(t.path, t), t.kind === "intent" && !this.intents.has(t.path) && this.intents.set(t.path, t), (t.kind === "result" || t.kind === "raised") && this.ends.set(t.path, t);
	}
}, Gn = (e, t = new Wn(e.timeline)) => {
	let n = Q(e.started ?? e.created), r = e.ended === null ? null : Math.max(Q(e.ended) - n, 1e-4), i = Kn(e, t), a = Jn(i, t);
	return {
		bars: i.map((e) => {
			let i = a.get(e.path), o = i === void 0 ? null : Math.max(i - n, 0);
			return {
				step: e,
				sent: Qn(t.intents.get(e.path)?.data),
				segments: o === null ? [] : Yn(e, Math.min(o, r ?? o))
			};
		}),
		begin: n,
		seconds: r
	};
}, Kn = (e, t) => {
	let n = e.steps ?? [], r = new Set(n.map((e) => e.path)), i = [];
	for (let [e, n] of t.intents) r.has(e) || i.push(qn(e, n, t.ends.get(e)));
	return [...n, ...i];
}, qn = (e, t, n) => {
	let r = $n(t.data) ?? {}, i = r.targets;
	return {
		path: e,
		action: `${String(r.domain)}.${String(r.service)}`,
		status: n === void 0 ? "started" : n.kind === "result" ? "succeeded" : "failed",
		duration: n === void 0 ? 0 : Q(n.at) - Q(t.at),
		targets: Array.isArray(i) ? i.map(String) : []
	};
}, Jn = (e, t) => {
	let n = /* @__PURE__ */ new Map();
	for (let { path: r, began: i } of e) {
		let e = i ?? t.firsts.get(r)?.at;
		if (e === void 0) continue;
		let a = Q(e);
		n.set(r, Math.min(a, n.get(r) ?? a));
		for (let e = r.lastIndexOf("/"); e > 0; e = r.lastIndexOf("/", e - 1)) {
			let t = r.slice(0, e);
			n.set(t, Math.min(a, n.get(t) ?? a));
		}
	}
	return n;
}, Yn = (e, t) => {
	let n = Un(e), r = n ? t + e.duration : Infinity, i = [], a = t, o = (e, t) => {
		let o = t === null ? null : Math.min(t, r - a);
		o !== null && o < 0 || (i.push({
			part: e,
			start: a,
			length: o,
			open: !n
		}), a += o ?? 0);
	};
	for (let t of e.failures ?? []) o("failed", t.duration), t.delay !== null && o("waiting", t.delay);
	return n ? o(Hn[e.status] ?? "done", r - a) : o(e.status === "waiting" ? "waiting" : "running", null), i;
}, Xn = ({ start: e, length: t, open: n }) => {
	let r = Zn(e);
	if (!n && t !== null) return `left:calc(100%*${r}/var(--axis));width:calc(100%*${Zn(t)}/var(--axis))`;
	let i = `max(0,var(--now) - ${r})`;
	return `left:calc(100%*min(${r},var(--now))/var(--axis));width:calc(100%*${t === null ? i : `min(${Zn(t)},${i})`}/var(--axis))`;
}, Zn = (e) => e.toFixed(6), Qn = (e) => $n(e)?.data ?? null, $n = (e) => typeof e == "object" && e ? e : null, er = (e, t = []) => t.map((t) => V(e, t)).join(", ") || null, tr = (e, t = []) => t.map((t, n) => {
	let r = er(e, t.targets), i = B(e, t.duration);
	return `${n + 1}. ${t.error} (${i})${r ? ` – ${r}` : ""}`;
}).join("\n") || null, nr = (e, { step: t, sent: n }) => {
	let r = (t) => yt(e.locale.language, t), i = (e, t) => t == null ? w : S`<dt>${r(e)}</dt>
          <dd><pre>${Bt(t)}</pre></dd>`, a = t.seen === void 0 ? null : r(t.seen ? "step.seen_yes" : "step.seen_no");
	return S`<dl>
    ${i("step.targets", er(e, t.targets))} ${i("step.sent", n)}
    ${i("step.response", t.response)} ${i("step.expected", t.expected)}
    ${i("step.seen", a)} ${i("step.failures", tr(e, t.failures))}
    ${i("step.error", t.error)} ${i("step.note", t.note)}
    ${i("step.path", t.path)}
  </dl>`;
}, rr = o`
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
`, ir = 60, ar = class extends L {
	constructor(...e) {
		super(...e), this.now = () => Date.now() / 1e3, this.open = /* @__PURE__ */ new Set(), this.made = ir, this.index = new Wn([]), this.chart = {
			bars: [],
			begin: 0,
			seconds: 0
		}, this.making = 0, this.clock = new Bn(this, () => this.chart.seconds === null, () => {
			this.setTime();
		});
	}
	static {
		this.styles = [
			P,
			rr,
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
		t !== this.index.timeline && (this.index = new Wn(t)), this.chart = Gn(this.account, this.index);
	}
	updated() {
		this.setTime(), this.made >= this.chart.bars.length || this.making || (this.making = requestAnimationFrame(() => {
			this.making = 0, this.made += ir;
		}));
	}
	setTime() {
		let { begin: e, seconds: t } = this.chart, n = Math.max(t ?? this.now() - e, 1e-4);
		this.style.setProperty("--now", n.toFixed(4)), this.style.setProperty("--axis", n.toFixed(4));
	}
	render() {
		let { bars: e, seconds: t } = this.chart;
		if (!e.length) return S`<p class="quiet">${this.t("execution.no_steps")}</p>`;
		let n = Math.max(0, (this.account.steps_omitted ?? 0) - (e.length - (this.account.steps?.length ?? 0))), { locale: r } = this.hass;
		return S`${Nt(e.slice(0, this.made), (e) => e.step.path, (e) => zn([...this.facts(e), r], () => this.row(e)))}
      <p class="quiet">${t === null ? w : S`0 – ${B(this.hass, t)}`}</p>
      ${n ? S`<p>${this.t("execution.omitted", { count: z(this.hass, n) })}</p>` : w}`;
	}
	facts({ step: e, sent: t, segments: n }) {
		let { alias: r, action: i, status: a, duration: o, attempts: s, failures: c } = e, l = [
			r,
			i,
			a,
			o,
			s,
			c?.length,
			n[0]?.start
		];
		return this.open.has(e.path) ? [
			...l,
			e,
			t
		] : l;
	}
	row(e) {
		let { step: t } = e, n = this.open.has(t.path);
		return S`<details
      .open=${n}
      data-path=${t.path}
      @toggle=${(e) => {
			this.toggled(t.path, e.currentTarget);
		}}
    >
      <summary>
        <span>
          ${t.alias ?? zt(t.action)}<br />
          <small class="quiet">${this.standing(t)}</small>
        </span>
        <span class="axis" aria-hidden="true"
          >${e.segments.map((e) => S`<span class=${e.part} style=${Xn(e)}></span>`)}</span
        >
      </summary>
      ${n ? nr(this.hass, e) : w}
    </details>`;
	}
	standing(e) {
		let t = [this.word("step.status", e.status)], n = e.failures?.at(-1)?.delay;
		e.status === "attempt_failed" && typeof n == "number" && t.push(this.t("step.again", { time: B(this.hass, n) })), e.duration && t.push(B(this.hass, e.duration));
		let r = e.attempts ?? 0;
		return r > 1 && t.push(this.t("step.attempts", { count: z(this.hass, r) })), t.join(" · ");
	}
	toggled(e, t) {
		let n = t instanceof HTMLDetailsElement && t.open;
		if (n === this.open.has(e)) return;
		let r = new Set(this.open);
		n ? r.add(e) : r.delete(e), this.open = r, n && this.dispatchEvent(new CustomEvent("step-opened", { detail: { path: e } }));
	}
};
I([O({ attribute: !1 })], ar.prototype, "account", void 0), I([O({ attribute: !1 })], ar.prototype, "now", void 0), I([k()], ar.prototype, "open", void 0), I([k()], ar.prototype, "made", void 0), ar = I([D("action-engine-steps")], ar);
// src/live-account.ts
var or = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused"
]), sr = (e) => e.kind === "step", cr = (e) => e.kind === "execution", lr = class {
	constructor(e, t = null, n = Date.now() / 1e3) {
		this.loaded = e, this.places = /* @__PURE__ */ new Map(), this.steps = ur(e.steps ?? [], t?.steps ?? []), this.steps.forEach((e, t) => this.places.set(e.path, t)), this.state = e.state;
		let r = e.timeline.at(-1)?.at ?? e.created;
		this.ahead = Math.max(0, Q(r) - n);
	}
	get account() {
		return {
			...this.loaded,
			state: this.state,
			steps: [...this.steps]
		};
	}
	now(e = Date.now() / 1e3) {
		return e + this.ahead;
	}
	hear(e, t = Date.now() / 1e3) {
		return sr(e) ? (this.heardStep(e, t), !0) : !cr(e) || !or.has(e.state) || !or.has(this.state) ? !1 : (this.state = e.state, this.loaded.started !== null);
	}
	heardStep(e, t) {
		let n = this.places.get(e.path), r = dr(n === void 0 ? void 0 : this.steps[n], e);
		n === void 0 ? (this.places.set(e.path, this.steps.length), this.steps.push(r)) : this.steps[n] = r, (e.status === "started" || e.duration) && (this.ahead = Q(e.began) + e.duration - t);
	}
}, ur = (e, t) => {
	let n = new Map(t.map((e) => [e.path, e]));
	return [...e.map((e) => {
		let t = n.get(e.path)?.began;
		return n.delete(e.path), t === void 0 ? e : {
			...e,
			began: t
		};
	}), ...n.values()];
}, dr = (e, t) => {
	let n = t.status === "started" ? void 0 : e, r = {
		...n,
		path: t.path,
		action: t.action,
		alias: t.alias,
		status: t.status,
		duration: t.duration,
		began: t.began,
		attempts: t.attempt,
		targets: t.targets
	};
	for (let e of [
		"expected",
		"seen",
		"error",
		"note",
		"response"
	]) t[e] !== void 0 && Object.assign(r, { [e]: t[e] });
	if (t.status === "attempt_failed") {
		let e = {
			error: t.error ?? "",
			duration: t.took ?? 0,
			delay: t.delay ?? null,
			targets: t.left ?? []
		};
		r.failures = [...(n?.failures ?? []).slice(0, t.attempt - 1), e], delete r.error;
	}
	return r;
}, fr = class extends L {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.unreached = !1, this.following = null, this.meanwhile = null, this.heardMore = !1, this.live = new Wt(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId && !this.hear(e)), this.now = () => this.following?.now() ?? Date.now() / 1e3, this.changed = () => this.load(), this.opened = () => {
			this.account?.ended === null && this.load();
		}, this.selected = (e) => {
			let { path: t } = e.detail;
			this.unreached = t === null, t !== null && this.chart?.show(t);
		};
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
	hear(e) {
		return this.meanwhile?.push(e), this.following === null || !this.following.hear(e) ? !1 : (this.heardMore = !0, this.requestUpdate(), !0);
	}
	load() {
		let e = this.executionId, t = [];
		return this.meanwhile = t, this.fetching(async () => {
			let n = await at(this.hass, e);
			if (this.meanwhile === t && (this.meanwhile = null), e === this.executionId) {
				this.following = new lr(n, this.following);
				for (let e of t) this.following.hear(e);
				this.account = this.following.account;
			}
		});
	}
	willUpdate(e) {
		e.has("hass") && !mr(this.steady, this.hass) && (this.steady = this.hass), e.get("executionId") ? (this.account = this.following = null, this.unreached = !1, this.load()) : this.heardMore && this.following !== null && (this.account = this.following.account), this.heardMore = !1;
	}
	render() {
		return S`<a href="${M}/executions" @click=${j}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      ${this.account === null ? S`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return S`${this.head(e)}
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">${this.t("execution.asked")}</h2>
        <action-engine-asked .hass=${this.steady} .account=${e}></action-engine-asked>
      </section>
      ${this.verdict(e)} ${this.plan(e)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">${this.t("execution.steps")}</h2>
        <action-engine-steps
          .hass=${this.steady}
          .account=${e}
          .now=${this.now}
          @step-opened=${this.opened}
        ></action-engine-steps>
      </section>
      <section class="card" aria-labelledby="states">
        <h2 id="states">${this.t("execution.states")}</h2>
        <action-engine-states
          .hass=${this.hass}
          .timeline=${e.timeline}
        ></action-engine-states>
      </section>
      <section class="card">
        <action-engine-audit
          .hass=${this.steady}
          .timeline=${e.timeline}
        ></action-engine-audit>
      </section>`;
	}
	head(e) {
		return S`<section class="card">
      <header>
        <h2>${e.name}</h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
      </header>
      <p class="quiet">
        ${Lt(this.hass, e.created)}
        ${e.duration === null ? w : S`· ${B(this.hass, e.duration)}`}
      </p>
      ${e.final_answer && e.ended ? S`<p>${e.final_answer}</p>` : w}
      ${e.error_message ? S`<p class="problem">${e.error_message}</p>` : w}
      <action-engine-execution-buttons
        .hass=${this.steady}
        .account=${e}
        @changed=${this.changed}
      ></action-engine-execution-buttons>
    </section>`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return !t?.decision || t.decision === "allow" && !t.reasons?.length ? w : S`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => S`<li>${e.text}</li>`)}
      </ul>
    </section>`;
	}
	plan({ plan: e, plan_missing: t, steps: n }) {
		return !e && !t ? w : S`<section class="card" aria-labelledby="plan">
      <h2 id="plan">${this.t("graph.title")}</h2>
      ${e ? S`<action-engine-graph
            .hass=${this.steady}
            .outline=${e.steps}
            .steps=${n ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>` : S`<p class="quiet">${this.t("graph.missing", { reason: t ?? "" })}</p>`}
      ${e?.truncated ? S`<p class="quiet">
            ${this.t("graph.cut", {
			shown: z(this.hass, Math.min(e.size, hr)),
			count: z(this.hass, e.size)
		})}
          </p>` : w}
      <p role="status" class="quiet">${this.unreached ? this.t("graph.not_reached") : ""}</p>
    </section>`;
	}
};
I([O()], fr.prototype, "executionId", void 0), I([k()], fr.prototype, "account", void 0), I([k()], fr.prototype, "unreached", void 0), I([A("action-engine-steps")], fr.prototype, "chart", void 0), fr = I([D("action-engine-execution")], fr);
var pr = [
	"locale",
	"user",
	"entities",
	"devices",
	"areas"
], mr = (e, t) => e !== void 0 && pr.every((n) => e[n] === t[n]), hr = 500, gr = 25, _r = 500, vr = class extends L {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new Wt(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
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
				limit: gr,
				before: this.next ?? ""
			}, n = await Ze(this.hass, t);
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
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, gr), _r);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([Ze(this.hass, {
				...this.filter,
				limit: t
			}), nt(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return S`${this.form()}
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      ${this.rows?.length ? S`<ul class="card">
            ${Nt(this.rows, (e) => e.execution_id, (e) => this.row(e))}
          </ul>` : S`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next ? S`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : w}`;
	}
	standing() {
		return this.rows === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	form() {
		return S`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${Jt.map((e) => S`<option value=${e}>${this.word("state", e)}</option>`)}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map((e) => S`<option value=${e.policy_id}>${e.name}</option>`)}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
	}
	row(e) {
		return S`<li>
      <div class="line">
        <span>
          <a href=${N(e.execution_id)} @click=${j}>${e.name}</a>
          ${e.error_message ? S`<br /><small class="quiet">${e.error_message}</small>` : w}
        </span>
        <span>
          <span class="badge ${e.state === "failed" || e.state === "unknown" ? "failed" : ""}">
            ${this.word("state", e.state)}
          </span>
          <small class="quiet">
            ${Lt(this.hass, e.created)}
            ${e.duration === null ? w : B(this.hass, e.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
I([k()], vr.prototype, "rows", void 0), I([k()], vr.prototype, "policies", void 0), vr = I([D("action-engine-executions")], vr);
// src/views/overview-view.ts
var yr = class extends L {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new Wt(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => rt(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => it(this.hass)) && await this.load();
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
				nt(this.hass),
				Xe(this.hass),
				qe(this.hass),
				Ze(this.hass, {
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
		let e = this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w;
		if (this.seen === null) return S`${e}${this.problem ? w : S`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i } = this.seen, a = t.circuits?.filter((e) => e.state !== "closed");
		return S`${e}${this.alarms(t)}
      <div class="grid">
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        ${this.card("running", n.map((e) => this.runningLine(e)))}
        ${this.card("waiting", r ? [this.waitingLine(r)] : [])}
        ${a ? this.card("circuits", a.map((e) => this.circuit(e))) : w}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? w : this.panic()}
      </div>`;
	}
	alarms(e) {
		return S`${e.enabled ? w : S`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? S`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? S`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : w}
        </div>` : w}`;
	}
	card(e, t, n = "") {
		return S`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? S`<ul>${t.map((e) => S`<li>${e}</li>`)}</ul>` : S`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return S`<div class="line">
      <span>${e.name}<br /><small class="quiet">${this.left(e)}</small></span>
      <span class="badge">${this.status(e)}</span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = Ft(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: z(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: z(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return S`<div class="line">
      <a href=${N(e.execution_id)} @click=${j}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return S`<div class="line">
      <a href="${M}/approvals" @click=${j}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${z(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return S`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: z(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return S`<div class="line">
      <span>
        <a href=${N(e.execution_id)} @click=${j}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${Lt(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return S`<section class="card wide">
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
I([k()], yr.prototype, "seen", void 0), I([A("action-engine-confirm")], yr.prototype, "confirm", void 0), yr = I([D("action-engine-overview")], yr);
// src/trying/dry-run.ts
var br = (e, t) => {
	let n = new Map(t.map((e) => [e.place, e]));
	return e.steps.map((e) => {
		let t = e.opened_from === null ? n.get(e.place) : void 0;
		return {
			touch: e,
			alias: t?.alias ?? null,
			expected: t?.expected ?? null
		};
	});
}, xr = 20, Sr = class extends L {
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
		let e = this.impact ? br(this.impact, this.plan) : [];
		return e.length ? S`<ol>
      ${e.map((e) => this.call(e))}
    </ol>` : S`<p>${this.t("try.no_calls")}</p>`;
	}
	call({ touch: e, alias: t, expected: n }) {
		let r = e.risk === "high" || e.risk === "critical", i = e.entity_ids.slice(0, xr), a = e.entity_ids.length - i.length;
		return S`<li class=${r ? "bad" : ""}>
      <strong title=${e.action}>${t ?? zt(e.tool ?? e.action)}</strong>
      ${e.opened_from ? S`<span class="quiet">
            ${this.t("approval.from", { source: V(this.hass, e.opened_from) })}
          </span>` : w}
      ${e.everything ? S`<br />${this.t("approval.everything")}` : w}
      ${i.map((e) => this.device(e))}
      ${a > 0 ? S`<br />${this.t("try.more", { count: a })}` : w}
      ${n ? S`<br />${this.t("try.would_be", { expected: n })}` : w}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	device(e) {
		let t = this.hass.states[e]?.state, n = t === void 0 ? this.t("try.not_there") : this.t("try.now", { state: t });
		return S`<br /><span title=${e}>${V(this.hass, e)}</span> – ${n}`;
	}
};
I([O({ attribute: !1 })], Sr.prototype, "impact", void 0), I([O({ attribute: !1 })], Sr.prototype, "plan", void 0), Sr = I([D("action-engine-dry-run")], Sr);
// src/components/problem-list.ts
var Cr = (e) => e.replace(/ ?\(?line \d+, column \d+\)?$/, ""), wr = class extends L {
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
      li:last-child {
        margin-bottom: 0;
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
		return S`<ul>
      ${this.problems.map((e) => this.line(e))}
    </ul>`;
	}
	line(e) {
		let { came: t, expected: n, line: r, place: i } = e;
		return S`<li>
      ${r === null ? w : S`<button
            @click=${() => {
			this.show(e);
		}}
          >
            ${this.t("try.line", { line: z(this.hass, r) })}
          </button>`}
      <code>${Cr(i)}</code>
      ${t && n ? S`<br />${this.t("try.came", { came: t })}<br />${this.t("try.expected", { expected: n })}` : S`<br />${e.message}`}
    </li>`;
	}
	show(e) {
		this.dispatchEvent(new CustomEvent("spot", { detail: e }));
	}
};
I([O({ attribute: !1 })], wr.prototype, "problems", void 0), wr = I([D("action-engine-problems")], wr);
// src/components/check-result.ts
var Tr = class extends L {
	constructor(...e) {
		super(...e), this.running = !1, this.policies = [], this.pass = ({ detail: e }) => {
			this.dispatchEvent(new CustomEvent("spot", { detail: e }));
		}, this.selected = ({ detail: e }) => {
			let { line: t, column: n } = this.checked.plan?.find((t) => t.place === e.place) ?? {};
			t && this.pass(new CustomEvent("spot", { detail: {
				line: t,
				column: n ?? null
			} }));
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
		return S`${e.length ? this.problems() : w}
      ${n ? S`<section class="card" aria-labelledby="analysis">
            <h2 id="analysis">${this.t("try.analysis")}</h2>
            <blockquote>${n}</blockquote>
          </section>` : w}
      ${t ? t.map((e) => this.wish(e)) : this.whole()}`;
	}
	problems() {
		let { problems: e } = this.checked;
		return S`<section class="card" aria-labelledby="problems">
      <h2 id="problems">
        ${e.length === 1 ? this.t("try.problem") : this.t("try.problems", { count: z(this.hass, e.length) })}
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
		return S`${e?.decision ? S`<section class="card" aria-labelledby="gate">
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
        </section>` : w} ${r ? this.graph(n) : w}`;
	}
	wish(e) {
		return e.outcome === "rejected" ? w : S`<section class="card" aria-label=${e.action}>
        <header>
          <h2>${zt(e.action)}</h2>
          <span class="badge">${this.word("try.outcome", e.outcome)}</span>
          ${this.badges(e.impact)}
        </header>
        ${this.reasons(e.reasons ?? [])}
        ${e.reasoning ? S`<h3>${this.t("approval.claim")}</h3>
              <blockquote>${e.reasoning}</blockquote>` : w}
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
		return e ? S`<span class="badge ${e.risk === "high" || e.risk === "critical" ? "strong" : ""}">
        ${this.word("risk", e.risk)}
      </span>
      ${e.steps.length ? S`<span class="badge">${this.word("reversible", e.reversible)}</span>` : w}
      ${e.expected_seconds == null ? w : S`<span class="badge">
            ${this.t("try.takes", { time: B(this.hass, e.expected_seconds) })}
          </span>`}` : w;
	}
	policy(e) {
		let t = this.policies.find((t) => t.policy_id === e)?.name;
		return t === void 0 ? w : S`<p class="quiet">${this.t("approval.policy", { policy: t })}</p>`;
	}
	reasons(e) {
		return e.length ? S`<ul>
      ${e.map((e) => S`<li>${e}</li>`)}
    </ul>` : w;
	}
	graph(e) {
		return !e?.steps.length || this.running ? w : S`<section class="card" aria-label=${this.t("try.plan")}>
      <h2>${this.t("try.plan")}</h2>
      <action-engine-graph
        .hass=${this.hass}
        .outline=${e.steps}
        @step-selected=${this.selected}
      ></action-engine-graph>
      ${e.truncated ? S`<p>${this.t("try.truncated", { size: z(this.hass, e.size) })}</p>` : w}
    </section>`;
	}
};
I([O({ attribute: !1 })], Tr.prototype, "checked", void 0), I([O({ type: Boolean })], Tr.prototype, "running", void 0), I([O({ attribute: !1 })], Tr.prototype, "policies", void 0), Tr = I([D("action-engine-checked")], Tr);
// src/components/watched-run.ts
var Er = class extends L {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.following = null, this.live = new Wt(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId && !this.follow(e)), this.selected = ({ detail: e }) => {
			e.path !== null && this.chart?.show(e.path);
		}, this.now = () => this.following?.now() ?? Date.now() / 1e3, this.cancel = async () => {
			await this.attempt(() => $e(this.hass, this.executionId)) && await this.load();
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
		e.get("executionId") && (this.account = null, this.following = null, this.load());
	}
	follow(e) {
		return this.following?.hear(e) ? (this.account = this.following.account, !0) : !1;
	}
	load() {
		let e = this.executionId;
		return this.fetching(async () => {
			let t = await Qe(this.hass, e);
			e === this.executionId && (this.following = new lr(t), this.account = t);
		});
	}
	render() {
		return S`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      ${this.account ? this.whole(this.account) : w}
      <p>
        <a href=${N(this.executionId)} @click=${j}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
	}
	whole(e) {
		let t = e.state === "denied";
		return S`<header>
        <h2>${e.name}</h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
        ${e.duration === null ? w : S`<span class="quiet">${B(this.hass, e.duration)}</span>`}
      </header>
      ${e.error_message ? S`<p class="problem">${e.error_message}</p>` : w}
      ${e.final_answer ? S`<p>${e.final_answer}</p>` : w}
      ${e.state === "pending_approval" ? S`<p>
            <a href="${M}/approvals" @click=${j}>${this.t("try.asked")}</a>
          </p>` : w}
      ${t ? S`<ul>
            ${(e.verdict?.reasons ?? []).map((e) => S`<li>${e.text}</li>`)}
          </ul>` : this.steps(e)}
      ${Xt.has(e.state) ? S`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>` : w}`;
	}
	steps(e) {
		return S`${e.plan?.steps.length ? S`<action-engine-graph
            .hass=${this.hass}
            .outline=${e.plan.steps}
            .steps=${e.steps ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>` : w}
      <action-engine-steps
        .hass=${this.hass}
        .account=${e}
        .now=${this.now}
      ></action-engine-steps>`;
	}
};
I([O()], Er.prototype, "executionId", void 0), I([k()], Er.prototype, "account", void 0), I([A("action-engine-steps")], Er.prototype, "chart", void 0), Er = I([D("action-engine-watched")], Er);
// src/trying/askers.ts
var Dr = {
	key: "me",
	name: "",
	agent: null
}, Or = {
	key: "model",
	name: "",
	agent: {}
}, kr = (e) => {
	let t = new Map([Dr, Or].map((e) => [e.key, e]));
	for (let { settings: n } of e) {
		for (let e of n?.applies?.assistants ?? []) Ar(t, "assistant", e);
		for (let e of n?.applies?.platforms ?? []) Ar(t, "platform", e);
	}
	return [...t.values()];
}, Ar = (e, t, n) => {
	let r = `${t}/${n}`;
	e.set(r, {
		key: r,
		name: n,
		agent: { [t]: n }
	});
}, jr = (e, { line: t, column: n }) => {
	let r = e.split("\n"), i = Math.min(Math.max(t ?? 1, 1), r.length) - 1, a = r.slice(0, i).reduce((e, t) => e + t.length + 1, 0), { length: o } = r[i] ?? "";
	return [a + Math.min(Math.max(n ?? 1, 1) - 1, o), a + o];
}, Mr = (e, t) => e.slice(0, t).split("\n").length, Nr = {
	text: "",
	kind: "auto",
	as: "me"
}, Pr = (e) => `action-engine-try-${e ?? ""}`, Fr = [
	"auto",
	"actions",
	"plan",
	"response"
], Ir = (e) => {
	try {
		let t = JSON.parse(sessionStorage.getItem(Pr(e)) ?? "");
		return Rr(t) ? t : Nr;
	} catch {
		return Nr;
	}
}, Lr = (e, t) => {
	try {
		sessionStorage.setItem(Pr(e), JSON.stringify(t));
	} catch {}
}, Rr = (e) => typeof e == "object" && !!e && "text" in e && typeof e.text == "string" && "kind" in e && Fr.includes(e.kind) && "as" in e && typeof e.as == "string", zr = [
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
], Br = {
	actions: async ({ hass: e, text: t, agent: n }) => [await mt(e, t, n)],
	plan: async ({ hass: e, agent: t, checked: n }) => [await ht(e, n.decision ?? {}, t)],
	response: async ({ hass: e, text: t, agent: n, checked: r }, i) => {
		let a = `try-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`, o = await Hr(e, a, i);
		try {
			return (await gt(e, t, n, a)).filter((e, t) => !Vr(e, r, t));
		} finally {
			o();
		}
	}
}, Vr = ({ execution_id: e }, { wishes: t }, n) => !e && t?.[n]?.outcome === "rejected", Hr = async (e, t, n) => {
	let r = /* @__PURE__ */ new Set(), i = !1, a = async (a) => {
		r.add(a);
		let o = await Qe(e, a);
		!i && Ur(o) === t && n({ execution_id: a });
	}, o = await dt(e, "subscribe", (e) => {
		for (let { kind: t, execution_id: n } of "events" in e ? e.events : []) t === "execution" && !r.has(n) && a(n).catch(() => void 0);
	});
	return () => {
		i = !0, o().catch(() => void 0);
	};
}, Ur = ({ asked: e }) => e?.claim.llm_response_id, Wr = o`
  textarea {
    font-family: var(--ha-font-family-code, ui-monospace, monospace);
    font-size: 0.9rem;
    line-height: 1.5;
    width: 100%;
    min-height: 12em;
    resize: vertical;
    tab-size: 2;
    padding: 8px 12px;
    border: none;
    border-bottom: 1px solid var(--secondary-text-color, #666);
    border-radius: 4px 4px 0 0;
    color: var(--primary-text-color, #212121);
    background: var(--ha-color-form-background, #f3f3f3);
  }
  textarea:focus-visible {
    outline: 3px solid var(--primary-color, #03a9f4);
    outline-offset: -2px;
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
`, Gr = [
	"auto",
	"actions",
	"plan",
	"response"
], $ = class extends L {
	constructor(...e) {
		super(...e), this.draft = Nr, this.askers = [Dr], this.policies = [], this.checked = null, this.started = [], this.about = null, this.check = () => this.attempt(async () => {
			let { draft: e } = this;
			this.isFresh() || (this.started = []), this.checked = await pt(this.hass, e.text, e.kind, this.agent), this.about = e;
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
				this.started = await Br[e.kind](r, (e) => {
					this.started = [...this.started, e];
				});
			}), await this.updateComplete, this.renderRoot.querySelector("action-engine-watched")?.scrollIntoView({ block: "nearest" }));
		}, this.typed = () => {
			this.change({ text: this.area.value });
		}, this.setKind = (e) => {
			this.change({ kind: e.target.value });
		}, this.setAs = (e) => {
			this.change({ as: e.target.value });
		}, this.pressed = (e) => {
			e.key === "Enter" && (e.ctrlKey || e.metaKey) && (e.preventDefault(), this.check());
		}, this.jump = ({ detail: e }) => {
			let { area: t } = this, n = jr(t.value, e), r = t.scrollHeight / t.value.split("\n").length;
			t.focus(), t.setSelectionRange(...n), t.scrollTop = (Mr(t.value, n[0]) - 3) * r, t.scrollIntoView({ block: "nearest" });
		};
	}
	static {
		this.styles = [P, Wr];
	}
	connectedCallback() {
		super.connectedCallback(), this.updateComplete.then(() => this.begin());
	}
	begin() {
		return this.draft = Ir(this.hass.user?.id), this.fetching(async () => {
			this.policies = (await nt(this.hass)).policies, this.askers = kr(this.policies);
		});
	}
	render() {
		return S`<section class="card" aria-labelledby="try">
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
        ${this.problem ? S`<p class="problem" role="alert">${this.problem}</p>` : w}
      </section>
      ${this.runs()}
      ${this.checked ? S`<action-engine-checked
            .hass=${this.hass}
            .checked=${this.checked}
            .policies=${this.policies}
            ?running=${this.started.length > 0}
            @spot=${this.jump}
          ></action-engine-checked>` : w}`;
	}
	examples() {
		return S`<div class="examples" role="group" aria-label=${this.t("try.examples")}>
      ${zr.map(({ name: e, text: t }) => S`<button
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
		return S`<div class="actions">
      <label>
        ${this.t("try.kind")}
        <select @change=${this.setKind}>
          ${Gr.map((t) => S`<option value=${t} ?selected=${t === e.kind}>
              ${this.t(`try.kind.${t}`)}
            </option>`)}
        </select>
      </label>
      <label>
        ${this.t("try.as")}
        <select @change=${this.setAs}>
          ${this.askers.map((t) => S`<option value=${t.key} ?selected=${t.key === e.as}>
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
		return S`${Nt(this.started, (e, t) => e.execution_id ?? t, ({ execution_id: e, error: t }) => e ? S`<action-engine-watched
              .hass=${this.hass}
              .executionId=${e}
            ></action-engine-watched>` : S`<p class="problem" role="alert">${t ?? ""}</p>`)}`;
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
		}, Lr(this.hass.user?.id, this.draft);
	}
	get agent() {
		return this.askers.find((e) => e.key === this.draft.as)?.agent ?? null;
	}
};
I([k()], $.prototype, "draft", void 0), I([k()], $.prototype, "askers", void 0), I([k()], $.prototype, "policies", void 0), I([k()], $.prototype, "checked", void 0), I([k()], $.prototype, "started", void 0), I([A("textarea")], $.prototype, "area", void 0), $ = I([D("action-engine-try")], $);
// src/views.ts
var Kr = {
	overview: (e) => S`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => S`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? S`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : S`<action-engine-executions .hass=${e}></action-engine-executions>`,
	try: (e) => S`<action-engine-try .hass=${e}></action-engine-try>`
}, qr = Object.keys(Kr), Jr = class extends L {
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
		if (!this.hass) return w;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = qr.find((t) => t === e) ?? "overview";
		return S`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? S`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : w}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${qr.map((e) => S`<a
              href="${M}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${j}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${Kr[n](this.hass, decodeURIComponent(t))}</main>`;
	}
};
I([O({
	type: Boolean,
	reflect: !0
})], Jr.prototype, "narrow", void 0), I([O({ attribute: !1 })], Jr.prototype, "route", void 0), Jr = I([D("action-engine-panel")], Jr);
export { Jr as ActionEnginePanel };
