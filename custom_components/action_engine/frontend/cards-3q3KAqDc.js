import { $ as e, A as t, B as n, C as r, F as i, G as a, H as o, K as s, L as ee, M as te, O as c, R as ne, S as l, V as u, Y as d, Z as f, _ as p, c as m, d as re, f as ie, g as ae, j as oe, k as se, l as h, m as ce, n as le, o as g, p as _, q as ue, r as v, u as y, v as b, w as x, x as de, z as fe } from "./shared-CaPWalaX.js";
// src/api/editors.ts
var S = async (e) => (await window.hassConnection)?.conn.sendMessagePromise(e), pe = async () => {
	try {
		return (await S({ type: "action_engine/settings" }))?.policies ?? [];
	} catch {
		return [];
	}
}, me = async () => {
	try {
		return (await S({
			type: "call_service",
			domain: "action_engine",
			service: "list_actions",
			return_response: !0
		}))?.response.actions ?? [];
	} catch {
		return [];
	}
}, C = (e) => typeof e == "object" && e && "code" in e ? String(e.code) : "", he = (e) => ["not_loaded", "unknown_command"].includes(C(e)), ge = (e) => C(e) === "too_many_requests", _e = (e) => typeof e == "number", ve = (e, t) => ee(e, "run", {
	...t,
	wait: !1
}), w = /* @__PURE__ */ new WeakMap(), ye = (e) => {
	let t = w.get(e);
	return t === void 0 && (t = Object.keys(e).filter((t) => e[t]?.platform === "action_engine"), w.set(e, t)), t;
}, be = (e, t) => e.states !== t.states && ye(t.entities ?? {}).some((n) => e.states[n] !== t.states[n]), xe = class {
	constructor(e) {
		this.pause = e;
	}
	wish(e) {
		this.timer === void 0 ? (this.rest(this.pause()), e()) : this.wished = e;
	}
	rest(e, t) {
		clearTimeout(this.timer), this.wished = t, this.timer = setTimeout(() => {
			this.timer = void 0;
			let e = this.wished;
			this.wished = void 0, e && this.wish(e);
		}, e);
	}
	stop() {
		clearTimeout(this.timer), this.timer = void 0, this.wished = void 0;
	}
}, Se = 2e3, Ce = 15e3, T = class extends de {
	constructor(...e) {
		super(...e), this.preview = !1, this.options = null, this.absent = !1, this.live = null, this.pace = new xe(() => this.pause), this.soon = () => {
			this.pace.wish(() => void this.refresh());
		};
	}
	static {
		this.styles = [fe, e`
      ha-card {
        height: 100%;
        overflow: auto;
        padding: 16px;
        overflow-wrap: anywhere;
      }
      .title {
        margin: 0 0 8px;
        font-size: var(--ha-card-header-font-size, var(--ha-font-size-xl, 1.25rem));
        font-weight: var(--ha-card-header-font-weight, 400);
      }
    `];
	}
	get pause() {
		return Se;
	}
	setConfig(e) {
		this.options = this.read(e), this.live && this.refresh();
	}
	getGridOptions() {
		return {
			columns: 12,
			rows: "auto",
			min_columns: 6
		};
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.pace.stop();
	}
	shouldUpdate(e) {
		let t = e.get("hass");
		return t === void 0 || (be(t, this.hass) && this.soon(), e.size > 1 || t.locale !== this.hass.locale || t.areas !== this.hass.areas);
	}
	willUpdate() {
		this.hass && (this.live ??= new m(this, this.streams, () => (this.soon(), Promise.resolve()), (e) => this.concerns(e)));
	}
	async refresh() {
		if (this.options !== null) try {
			await this.load(this.options), this.problem = null, this.absent = !1;
		} catch (e) {
			this.refused(e);
		}
	}
	refused(e) {
		_e(e) || (this.absent = he(e), ge(e) && this.isConnected && this.pace.rest(Ce, () => void this.refresh()), this.problem = this.absent ? null : this.t("error", { message: ne(e) }));
	}
	render() {
		if (!this.hass || this.options === null) return d;
		let e = this.titleOf(this.options);
		return f`<ha-card>
      ${e ? f`<h2 class="title">${e}</h2>` : d}
      ${this.absent ? f`<p class="alarm" role="status">${this.t("card.absent")}</p>` : this.content(this.options)}
      ${this.problem ? f`<p class="problem" role="alert">${this.problem}</p>` : d}
    </ha-card>`;
	}
};
l([ue({ type: Boolean })], T.prototype, "preview", void 0), l([s()], T.prototype, "options", void 0), l([s()], T.prototype, "absent", void 0);
// src/cards/form.ts
var E = () => document.documentElement.lang || "en", D = (e, { name: t }) => {
	let n = x(E(), e, t);
	return n === t.replaceAll("_", " ") ? void 0 : n;
}, O = (e) => ({
	schema: e,
	computeLabel: (e) => D("card.option", e) ?? e.name,
	computeHelper: (e) => D("card.hint", e)
}), k = (e) => ({
	name: e,
	selector: { text: {} }
}), A = (e, t) => ({
	name: e,
	selector: { number: {
		min: 1,
		max: t,
		mode: "box"
	} }
}), j = (e, t, n = {}) => ({
	name: e,
	selector: { select: {
		mode: "dropdown",
		...n,
		options: t
	} }
}), M = async (e, t) => j(e, (await pe()).map((e) => ({
	value: e.policy_id,
	label: e.name
})), {
	multiple: t,
	custom_value: !0
}), we = (e) => e.map((e) => ({
	value: e,
	label: x(E(), "state", e)
})), N = (e, t = {}) => r(document.documentElement.lang || "en", e, t), P = (e, t) => {
	let n = e[t];
	return n === "" || Array.isArray(n) && n.length === 0 || n === null ? void 0 : n;
}, F = (e, t) => Error(N("card.wrong", {
	option: e,
	expected: t
})), I = (e, t) => {
	let n = P(e, t);
	if (n === void 0 || typeof n == "string") return n;
	throw F(t, N("card.wrong.text"));
}, L = (e, t) => {
	let n = P(e, t) ?? [], r = Array.isArray(n) ? n : [n];
	if (r.every((e) => typeof e == "string")) return r;
	throw F(t, N("card.wrong.texts"));
}, Te = (e, t, n) => L(e, t).map((e) => {
	let r = n.find((t) => t === e);
	if (r === void 0) throw F(t, n.join(", "));
	return r;
}), R = (e, t, n, r) => {
	let i = P(e, t) ?? n;
	if (typeof i == "number" && Number.isInteger(i) && i >= 1 && i <= r) return i;
	throw F(t, N("card.wrong.count", { most: r }));
}, z = (e, t) => {
	let n = P(e, t) ?? !1;
	if (typeof n == "boolean") return n;
	throw F(t, N("card.wrong.yes"));
}, Ee = (e, t) => {
	let n = P(e, t);
	if (n !== void 0) {
		if (typeof n == "object" && !Array.isArray(n)) return n;
		throw F(t, N("card.wrong.values"));
	}
}, De = (e, t) => {
	let n = P(e, t) ?? [], r = Array.isArray(n) ? n : [n];
	if (r.every((e) => typeof e == "object" && !!e)) return r;
	throw F(t, N("card.wrong.actions"));
}, B = 5, V = 20, H = class extends T {
	constructor(...e) {
		super(...e), this.connectedWhileHidden = !0, this.streams = ["subscribe_approvals"], this.approvals = null, this.now = Date.now(), this.settings = null, this.opened = /* @__PURE__ */ new Set();
	}
	static {
		this.styles = [...super.styles, e`
      :host([hidden]) {
        display: none;
      }
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        min-height: 48px;
        cursor: pointer;
      }
      summary::before {
        content: "▸";
      }
      [open] > summary::before {
        content: "▾";
      }
      /* What is open says so itself. */
      [open] > summary > span {
        display: none;
      }
      summary strong {
        flex: 1 1 8em;
        font-weight: 500;
      }
      action-engine-approval {
        margin-bottom: 16px;
      }
    `];
	}
	static getStubConfig() {
		return {};
	}
	static getConfigForm() {
		return O([
			k("title"),
			A("count", V),
			{
				name: "hide_empty",
				selector: { boolean: {} }
			}
		]);
	}
	connectedCallback() {
		super.connectedCallback(), this.clock = setInterval(() => {
			this.approvals?.length && (this.now = Date.now());
		}, 1e3);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), clearInterval(this.clock);
	}
	getCardSize() {
		return 1 + 2 * Math.min(this.approvals?.length ?? 1, this.options?.count ?? B);
	}
	concerns() {
		return !0;
	}
	read(e) {
		return {
			title: I(e, "title"),
			count: R(e, "count", B, V),
			hideEmpty: z(e, "hide_empty")
		};
	}
	titleOf({ title: e }) {
		return e ?? this.t("nav.approvals");
	}
	async load() {
		let [e, t] = await Promise.all([i(this.hass), c(this.hass)]), [n] = e;
		n && e.length === 1 && !this.approvals?.length && this.opened.add(n.approval_id), this.settings = t, this.now = Date.now(), this.approvals = e;
	}
	updated() {
		let e = this.options?.hideEmpty === !0 && this.approvals?.length === 0 && !this.preview;
		e !== this.hidden && (this.hidden = e, this.dispatchEvent(new CustomEvent("card-visibility-changed", {
			bubbles: !0,
			composed: !0
		})));
	}
	content({ count: e }) {
		let t = this.approvals ?? [], r = t.length - e;
		return f`<div role="status" class="quiet">${this.standing()}</div>
      ${b(t.slice(0, e), (e) => e.approval_id, (e) => this.question(e))}
      ${r > 0 ? f`<a href="${n}/approvals" @click=${o}>
            ${this.t("card.more", { count: _(this.hass, r) })}
          </a>` : d}`;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	question(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy), n = e.risk === "high" || e.risk === "critical";
		return f`<details
      ?open=${this.opened.has(e.approval_id)}
      @toggle=${(t) => {
			this.remember(e.approval_id, t);
		}}
    >
      <summary>
        <strong><bdi>${p(e.name)}</bdi></strong>
        <span class="badge ${n ? "strong" : ""}">${this.word("risk", e.risk)}</span>
        <span class="quiet" role="timer">${ae(this.hass, e.expires, this.now)}</span>
      </summary>
      <action-engine-approval
        .hass=${this.hass}
        .approval=${e}
        .policyName=${t?.name ?? ""}
        .hasCode=${this.settings?.options?.safety?.approval_code}
        .now=${this.now}
        @answered=${this.soon}
      ></action-engine-approval>
    </details>`;
	}
	remember(e, t) {
		t.currentTarget.open ? this.opened.add(e) : this.opened.delete(e);
	}
};
l([s()], H.prototype, "approvals", void 0), l([s()], H.prototype, "now", void 0);
// src/cards/policy-words.ts
var Oe = (e, t) => {
	let { language: n } = e.locale;
	if (t.status !== "canary" || !t.settings) return x(n, "status", t.status);
	let i = ce(e, t.settings.trust.canary_percentage);
	return r(n, "status.canary_share", { share: i });
}, ke = (e, { left: t }) => {
	let n = (t, n) => n === null ? [] : [r(e.locale.language, t, { left: _(e, n) })];
	return [...n("left.hour", t.hour_left), ...n("left.day", t.day_left)].join(" · ");
}, U = (e, t) => t.length === 0 ? e : t.flatMap((t) => e.filter(({ policy_id: e, name: n }) => e === t || n === t)), W = 5, G = 50, Ae = /* @__PURE__ */ new Set([
	"failed",
	"unknown",
	"denied"
]), K = class extends T {
	constructor(...e) {
		super(...e), this.streams = ["subscribe"], this.rows = null;
	}
	static {
		this.styles = [...super.styles, e`
      small {
        flex: 1 0 100%;
      }
      .bad-state {
        border-color: var(--error-color, #db4437);
      }
    `];
	}
	static getStubConfig() {
		return { count: W };
	}
	static async getConfigForm() {
		return O([
			k("title"),
			A("count", G),
			j("states", we(g), { multiple: !0 }),
			await M("policy", !1),
			{
				name: "entity",
				selector: { entity: {} }
			}
		]);
	}
	getCardSize() {
		return 1 + Math.min(this.rows?.length ?? W, this.options?.count ?? W);
	}
	concerns(e) {
		return e.kind !== "step";
	}
	read(e) {
		return {
			title: I(e, "title"),
			states: Te(e, "states", g),
			policy: I(e, "policy"),
			entity: I(e, "entity"),
			count: R(e, "count", W, G)
		};
	}
	titleOf({ title: e }) {
		return e ?? this.t("nav.executions");
	}
	async load(e) {
		let { states: t, entity: n, count: r } = e, i = e.policy && await this.idOf(e.policy), { executions: a } = await oe(this.hass, {
			limit: r,
			...t.length ? { states: [...t] } : {},
			...i ? { policy: i } : {},
			...n ? { entity_id: n } : {}
		});
		e === this.options && (this.rows = a);
	}
	async idOf(e) {
		let { policies: t } = await c(this.hass);
		return U(t, [e])[0]?.policy_id ?? e;
	}
	content(e) {
		return this.rows?.length ? f`<ul>
        ${b(this.rows, (e) => e.execution_id, (e) => this.row(e))}
      </ul>
      <a href="${n}/executions" @click=${o}>${this.t("execution.all")}</a>` : f`<p role="status" class="quiet">${this.standing(e)}</p>`;
	}
	standing(e) {
		if (this.rows === null) return this.problem ? "" : this.t("loading");
		let { states: t, policy: n, entity: r } = e, i = t.length > 0 || n !== void 0 || r !== void 0;
		return this.t(i ? "executions.none" : "card.executions.none");
	}
	row(e) {
		return f`<li>
      <div class="line">
        <a href=${u(e.execution_id)} @click=${o}><bdi>${p(e.name)}</bdi></a>
        <span class="badge ${Ae.has(e.state) ? "bad-state" : ""}">
          ${this.word("state", e.state)}
        </span>
        <small class="quiet">
          ${ie(this.hass, e.created)}
          ${e.duration === null ? d : f`· ${y(this.hass, e.duration)}`}
          ${e.error_message ? f`<br /><bdi>${p(e.error_message)}</bdi>` : d}
        </small>
      </div>
    </li>`;
	}
};
l([s()], K.prototype, "rows", void 0);
// src/cards/lovelace.ts
var je = "https://github.com/action-engine/action_engine/blob/main/docs/how-to/cards.md", q = (e, t) => {
	let n = `action-engine-${e}-card`;
	customElements.get(n) || (customElements.define(n, t), (window.customCards ??= []).push({
		type: n,
		name: N(`card.${e}`),
		description: N(`card.${e}.what`),
		preview: !0,
		documentationURL: je
	}));
}, Me = async () => {
	let e = (await me()).map(({ name: e, title: t }) => ({
		value: e,
		label: t || e
	}));
	return O([
		k("name"),
		{
			name: "icon",
			selector: { icon: {} }
		},
		{
			name: "script",
			selector: { entity: { filter: { domain: "script" } } }
		},
		j("action", e, { custom_value: !0 }),
		{
			name: "actions",
			selector: { action: {} }
		},
		{
			name: "data",
			selector: { object: {} }
		},
		{
			name: "confirmation",
			selector: { boolean: {} }
		},
		k("confirmation_text")
	]);
}, Ne = [
	"script",
	"action",
	"actions"
], Pe = "mdi:play-circle-outline", Fe = (e) => {
	let t = I(e, "script"), n = I(e, "action"), r = De(e, "actions"), i = Ee(e, "data");
	if ([
		t,
		n,
		r[0]
	].filter((e) => e !== void 0).length !== 1) throw Error(N("card.run.one_of", { options: Ne.join(", ") }));
	let a = I(e, "name"), o = I(e, "confirmation_text");
	return {
		name: a,
		icon: I(e, "icon") ?? Pe,
		question: z(e, "confirmation") ? o ?? "" : null,
		data: {
			...J(t, n, r, i),
			...a === void 0 ? {} : { name: a }
		}
	};
}, J = (e, t, n, r) => t === void 0 ? {
	...e === void 0 ? { actions: n } : { script: e },
	...r ? { variables: r } : {}
} : { actions: [r ? {
	action: t,
	data: r
} : { action: t }] }, Ie = /* @__PURE__ */ new Set([
	"started",
	"attempt_failed",
	"waiting"
]), Y = (e) => Ie.has(e.status), Le = ({ steps: e = [], steps_omitted: t = 0 }) => ({
	done: e.filter((e) => !Y(e)).length + t,
	current: e.findLast(Y)?.action
}), Re = (e) => {
	if (e.error_message) return p(e.error_message);
	let t = e.verdict?.decision;
	return e.state !== "denied" && e.state !== "pending_approval" || t === "allow" ? "" : (e.verdict?.reasons ?? []).filter((e) => e.decision === t).map((e) => e.text).join(" ");
}, ze = 500, Be = /* @__PURE__ */ new Set(["success", "rolled_back"]), X = class extends T {
	constructor(...e) {
		super(...e), this.streams = ["subscribe"], this.account = null, this.refusal = null, this.executionId = null, this.press = () => {
			this.confirm ? this.confirm.open() : this.begin();
		}, this.begin = async () => {
			if (this.options === null) return;
			let { data: e } = this.options;
			await this.tell(async () => {
				this.account = null, this.executionId = (await ve(this.hass, e)).execution_id;
			});
		}, this.cancel = async () => {
			let e = this.executionId;
			e !== null && await this.tell(() => se(this.hass, e));
		};
	}
	static {
		this.styles = [...super.styles, e`
      .run {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .run ha-icon {
        color: var(--state-icon-color, var(--primary-color, #03a9f4));
      }
      .run .name {
        flex: 1;
        font-weight: 500;
      }
      .result {
        margin-top: 8px;
      }
      .result.wrong {
        border-left: 4px solid var(--error-color, #db4437);
        padding-left: 8px;
      }
      progress {
        width: 100%;
        accent-color: var(--primary-color, #03a9f4);
      }
    `];
	}
	static getStubConfig(e) {
		let t = Object.keys(e?.states ?? {}).find((e) => e.startsWith("script."));
		return t === void 0 ? { actions: [{
			action: "persistent_notification.create",
			data: {
				title: "Action Engine",
				message: "It works"
			}
		}] } : { script: t };
	}
	static getConfigForm() {
		return Me();
	}
	getCardSize() {
		return 2;
	}
	get pause() {
		return ze;
	}
	concerns(e) {
		return e.execution_id === this.executionId;
	}
	read(e) {
		return Fe(e);
	}
	titleOf() {
		return "";
	}
	async load() {
		let e = this.executionId;
		if (e === null) {
			await c(this.hass);
			return;
		}
		let n = await t(this.hass, e);
		e === this.executionId && (this.account = n);
	}
	firstUpdated() {
		this.preview && this.hass && this.hass.loadFragmentTranslation?.("config");
	}
	content(e) {
		let t = this.nameOf(e), n = this.account !== null && Z(this.account.state);
		return f`<div class="run">
        <ha-icon .icon=${e.icon}></ha-icon>
        <span class="name" id="name">${t}</span>
        <button
          class="main"
          aria-describedby="name"
          ?disabled=${this.busy || n || this.preview}
          @click=${this.press}
        >
          ${this.t("card.run.run")}
        </button>
      </div>
      <div role="status">${this.account ? this.result(this.account) : d}</div>
      ${this.refusal ? f`<p class="problem" role="alert">${this.refusal}</p>` : d}
      ${e.question === null ? d : this.dialog(e.question, t)}`;
	}
	nameOf({ name: e, data: t }) {
		if (e !== void 0) return e;
		if (t.script !== void 0) return re(this.hass, t.script);
		let { action: n } = t.actions?.[0] ?? {};
		return typeof n == "string" ? h(n) : this.t("card.run");
	}
	result(e) {
		let t = Z(e.state), n = Re(e);
		return f`<div class="result ${t || Be.has(e.state) ? "" : "wrong"}">
      <div class="line">
        <span>
          ${this.word("state", e.state)}
          ${e.duration === null ? d : `· ${y(this.hass, e.duration)}`}
          ${e.verified ? `· ${this.t("card.run.verified")}` : d}
        </span>
        <a href=${this.pathOf(e)} @click=${o}>${this.t("card.run.open")}</a>
      </div>
      ${n ? f`<p class="quiet">${n}</p>` : d}
      ${t ? this.progress(e) : d}
    </div>`;
	}
	pathOf({ state: e, execution_id: t }) {
		return e === "pending_approval" ? `${n}/approvals` : u(t);
	}
	progress(e) {
		let { done: t, current: n } = Le(e), r = n ? h(n) : this.word("state", e.state), i = this.t("card.run.step", {
			done: _(this.hass, t),
			now: r
		});
		return f`${v.has(e.state) ? f`<progress aria-label=${i}></progress>
          <p class="quiet">${i}</p>` : d}
    ${le.has(e.state) ? f`<div class="actions">
          <button ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>
        </div>` : d}`;
	}
	dialog(e, t) {
		return f`<action-engine-confirm
      heading=${this.t("card.run.ask", { name: t })}
      yes=${this.t("card.run.run")}
      no=${this.t("back")}
      @confirmed=${this.begin}
    >
      ${e ? f`<p>${e}</p>` : d}
    </action-engine-confirm>`;
	}
	async tell(e) {
		let t = await this.attempt(e);
		this.refusal = t ? null : this.problem, this.problem = null, this.soon();
	}
};
l([s()], X.prototype, "account", void 0), l([s()], X.prototype, "refusal", void 0), l([a("action-engine-confirm")], X.prototype, "confirm", void 0);
var Z = (e) => v.has(e) || e === "pending_approval", Q = 3, $ = class extends T {
	constructor(...e) {
		super(...e), this.seen = null, this.streams = ["subscribe", "subscribe_approvals"];
	}
	static getStubConfig() {
		return {};
	}
	static async getConfigForm() {
		return O([k("title"), await M("policies", !0)]);
	}
	getCardSize() {
		return 4;
	}
	concerns(e) {
		return e.kind !== "step";
	}
	read(e) {
		return {
			title: I(e, "title"),
			policies: L(e, "policies")
		};
	}
	titleOf({ title: e }) {
		return e ?? this.t("title");
	}
	async load() {
		let [e, t, n] = await Promise.all([
			c(this.hass),
			te(this.hass),
			i(this.hass)
		]), r = t.filter((e) => v.has(e.state)).reverse();
		this.seen = {
			settings: e,
			running: r,
			waiting: n.length
		};
	}
	content(e) {
		if (this.seen === null) return f`<p class="quiet">${this.t("loading")}</p>`;
		let { settings: t, running: r, waiting: i } = this.seen, a = U(t.policies, e.policies), s = t.circuits?.filter((e) => e.state !== "closed");
		return f`<div role="status">
        ${t.enabled ? d : f`<p class="alarm">${this.t("engine.disabled")}</p>`}
        ${t.panicked ? f`<p class="alarm">${this.t("panic.on")}</p>` : d}
      </div>
      ${a.length ? f`<ul>${a.map((e) => this.policy(e))}</ul>` : f`<p class="quiet">${this.t("policies.none")}</p>`}
      <ul>
        ${this.running(r)}
        ${this.line(f`<a href="${n}/approvals" @click=${o}>${this.t("waiting")}</a>`, i, i > 0)}
        ${s ? this.circuits(s) : d}
      </ul>`;
	}
	policy(e) {
		let t = ke(this.hass, e);
		return f`<li>
      <div class="line">
        <span>
          ${e.name} ${t ? f`<br /><small class="quiet">${t}</small>` : d}
        </span>
        <span class="badge">${Oe(this.hass, e)}</span>
      </div>
    </li>`;
	}
	line(e, t, n) {
		return f`<li>
      <div class="line">
        <span>${e}</span>
        <span class="badge ${n ? "strong" : ""}">${_(this.hass, t)}</span>
      </div>
    </li>`;
	}
	running(e) {
		let t = e.slice(0, Q).map((e) => f`<br /><small>
          <a href=${u(e.execution_id)} @click=${o}><bdi>${p(e.name)}</bdi></a>
        </small>`);
		return this.line(f`${this.t("running")}${t}`, e.length, !1);
	}
	circuits(e) {
		let t = e.slice(0, Q).map((e) => f`<br /><small class="quiet">${e.key}</small>`);
		return this.line(f`${this.t("circuits")}${t}`, e.length, e.length > 0);
	}
};
l([s()], $.prototype, "seen", void 0), q("status", $), q("approvals", H), q("run", X), q("executions", K);
