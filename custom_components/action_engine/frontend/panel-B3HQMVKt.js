import { B as e, C as t, D as n, E as r, F as i, H as a, I as o, L as s, M as c, N as l, O as u, P as d, R as f, S as p, T as ee, V as m, a as h, b as g, c as _, d as v, f as y, g as b, h as x, i as S, j as C, l as w, m as T, n as E, o as D, r as O, s as k, t as A, u as j, w as M, x as N, y as P, z as F } from "./shared-B4s9UJxn.js";
// src/views/approvals-view.ts
var I = class extends x {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.settings = null, this.live = new h(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([u(this.hass), N(this.hass)]);
			this.settings = t, this.approvals = e;
		});
	}
	static {
		this.styles = [C, a`
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
		return m`${this.problem ? m`<p class="problem" role="alert">${this.problem}</p>` : e}
      <div role="status" class="quiet">${this.standing()}</div>
      <div class="cards">
        ${T(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
      </div>`;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return m`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.load}
    ></action-engine-approval>`;
	}
};
b([s()], I.prototype, "approvals", void 0), b([s()], I.prototype, "now", void 0), I = b([F("action-engine-approvals")], I);
// src/bars.ts
var L = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken",
	waiting: "waiting"
}, R = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), z = (e, t) => {
	let n = /* @__PURE__ */ new Map(), r = /* @__PURE__ */ new Map();
	for (let t of e.timeline) n.has(t.path) || n.set(t.path, t), t.kind === "intent" && !r.has(t.path) && r.set(t.path, t.data);
	let i = R(e.started ?? e.created), a = e.ended === null ? t : R(e.ended), o = B(e), s = Math.max(a - i, 1e-4);
	return {
		bars: o.map((e) => {
			let t = n.get(e.path)?.at, a = t === void 0 ? null : Math.min(Math.max(R(t) - i, 0), s);
			return {
				step: e,
				sent: H(r.get(e.path)),
				segments: a === null ? [] : V(e, a, s)
			};
		}),
		seconds: s
	};
}, B = (e) => {
	if (e.steps?.length) return e.steps;
	let t = /* @__PURE__ */ new Map();
	for (let n of e.timeline) {
		let r = U(n.data);
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
			i.status = n.kind === "result" ? "succeeded" : "failed", i.duration = t ? R(n.at) - R(t.at) : 0;
		}
	}
	return [...t.values()];
}, V = (e, t, n) => {
	let r = !(e.status in L), i = r ? n - t : e.duration, a = [], o = t, s = (e, r) => {
		let s = Math.min(r, t + i - o, n - o);
		s < 0 || (a.push({
			part: e,
			start: o / n,
			length: s / n
		}), o += s);
	};
	for (let t of e.failures ?? []) s("failed", t.duration), t.delay !== null && s("waiting", t.delay);
	return s(r ? "running" : L[e.status] ?? "done", t + i - o), a;
}, H = (e) => U(e)?.data ?? null, U = (e) => typeof e == "object" && e ? e : null, W = class extends x {
	static {
		this.styles = [C, a`
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
		let { bars: t, seconds: n } = z(this.account, Date.now() / 1e3), r = this.account.steps_omitted ?? 0;
		return t.length ? m`${t.map((e) => this.step(e))}
      <p class="quiet">0 – ${k(this.hass, n)}</p>
      ${r ? m`<p>${this.t("execution.omitted", { count: j(this.hass, r) })}</p>` : e}` : m`<p class="quiet">${this.t("execution.no_steps")}</p>`;
	}
	step(t) {
		let { step: n } = t, r = n.attempts ?? 0;
		return m`<details>
      <summary>
        <span>
          ${n.alias ?? D(n.action)}<br />
          <small class="quiet">
            ${this.word("step.status", n.status)} · ${k(this.hass, n.duration)}
            ${r > 1 ? m`· ${this.t("step.attempts", { count: j(this.hass, r) })}` : e}
          </small>
        </span>
        <span class="axis" aria-hidden="true">${t.segments.map(G)}</span>
      </summary>
      <dl>
        ${this.row("step.targets", this.names(n.targets))}
        ${this.row("step.sent", t.sent)} ${this.row("step.response", n.response)}
        ${this.row("step.expected", n.expected)} ${this.row("step.seen", this.seen(n.seen))}
        ${this.row("step.failures", this.failures(n.failures))}
        ${this.row("step.error", n.error)} ${this.row("step.note", n.note)}
      </dl>
    </details>`;
	}
	row(t, n) {
		return n == null ? e : m`<dt>${this.t(t)}</dt>
      <dd><pre>${y(n)}</pre></dd>`;
	}
	names(e = []) {
		return e.map((e) => _(this.hass, e)).join(", ") || null;
	}
	seen(e) {
		return e === void 0 ? null : this.t(e ? "step.seen_yes" : "step.seen_no");
	}
	failures(e = []) {
		return e.map((e, t) => {
			let n = this.names(e.targets), r = k(this.hass, e.duration);
			return `${t + 1}. ${e.error} (${r})${n ? ` – ${n}` : ""}`;
		}).join("\n") || null;
	}
};
b([f({ attribute: !1 })], W.prototype, "account", void 0), W = b([F("action-engine-steps")], W);
var G = ({ part: e, start: t, length: n }) => m`<span class=${e} style="left:${t * 100}%;width:${n * 100}%"></span>`, K = class extends x {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.preview = null, this.live = new h(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => p(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let e = await this.attempt(async () => {
				this.preview = await r(this.hass, this.executionId);
			});
			await this.updateComplete, e && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await n(this.hass, this.executionId);
			e ? i(l(e)) : await this.load();
		});
	}
	static {
		this.styles = [C, a`
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
			let n = await t(this.hass, e);
			e === this.executionId && (this.account = n);
		});
	}
	render() {
		return m`<a href="${c}/executions" @click=${d}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? m`<p class="problem" role="alert">${this.problem}</p>` : e}
      ${this.account === null ? m`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(t) {
		return m`<section class="card">
        <header>
          <h2>${t.name}</h2>
          <span class="badge" role="status">${this.word("state", t.state)}</span>
        </header>
        <p class="quiet">
          ${w(this.hass, t.created)}
          ${t.duration === null ? e : m`· ${k(this.hass, t.duration)}`}
          ${t.origin ? m`· ${_(this.hass, t.origin)}` : e}
        </p>
        ${t.final_answer ? m`<p>${t.final_answer}</p>` : e}
        ${t.error_message ? m`<p class="problem">${t.error_message}</p>` : e}
        ${t.undo_of ? m`<p>
              <a href=${l(t.undo_of)} @click=${d}>
                ${this.t("execution.undo_of")}
              </a>
            </p>` : e}
        ${this.buttons(t)}
      </section>
      ${this.verdict(t)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">${this.t("execution.steps")}</h2>
        <action-engine-steps .hass=${this.hass} .account=${t}></action-engine-steps>
      </section>
      ${this.dialog(t)}`;
	}
	buttons(t) {
		return m`<div class="actions">
      ${A.has(t.state) ? m`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : e}
      ${S.has(t.state) ? m`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>` : e}
    </div>`;
	}
	verdict(t) {
		let { verdict: n } = t;
		return n?.decision ? m`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", n.decision)}</p>
      <ul>
        ${(n.reasons ?? []).map((e) => m`<li>${e.text}</li>`)}
      </ul>
    </section>` : e;
	}
	dialog(t) {
		let n = this.preview?.items ?? [], r = n.some((e) => e.what === "will");
		return m`<action-engine-confirm
      heading=${this.t("undo.title", { name: t.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!r}
      @confirmed=${this.undo}
    >
      ${r ? e : m`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${n.map((e) => this.item(e))}
      </ul>
    </action-engine-confirm>`;
	}
	item(e) {
		let t = e.entity_id ? _(this.hass, e.entity_id) : e.path;
		return m`<li>
      <strong>${t}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
b([f()], K.prototype, "executionId", void 0), b([s()], K.prototype, "account", void 0), b([s()], K.prototype, "preview", void 0), b([o("action-engine-confirm")], K.prototype, "confirm", void 0), K = b([F("action-engine-execution")], K);
// src/views/executions-view.ts
var q = 25, J = 500, Y = class extends x {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new h(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
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
				limit: q,
				before: this.next ?? ""
			}, n = await M(this.hass, t);
			e === this.asked && (this.rows = [...this.rows ?? [], ...n.executions], this.next = n.next);
		});
	}
	static {
		this.styles = [C, a`
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
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, q), J);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([M(this.hass, {
				...this.filter,
				limit: t
			}), N(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return m`${this.form()}
      ${this.problem ? m`<p class="problem" role="alert">${this.problem}</p>` : e}
      ${this.rows?.length ? m`<ul class="card">
            ${T(this.rows, (e) => e.execution_id, (e) => this.row(e))}
          </ul>` : m`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next ? m`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : e}`;
	}
	standing() {
		return this.rows === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	form() {
		return m`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${O.map((e) => m`<option value=${e}>${this.word("state", e)}</option>`)}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map((e) => m`<option value=${e.policy_id}>${e.name}</option>`)}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
	}
	row(t) {
		return m`<li>
      <div class="line">
        <span>
          <a href=${l(t.execution_id)} @click=${d}>${t.name}</a>
          ${t.error_message ? m`<br /><small class="quiet">${t.error_message}</small>` : e}
        </span>
        <span>
          <span class="badge ${t.state === "failed" || t.state === "unknown" ? "failed" : ""}">
            ${this.word("state", t.state)}
          </span>
          <small class="quiet">
            ${w(this.hass, t.created)}
            ${t.duration === null ? e : k(this.hass, t.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
b([s()], Y.prototype, "rows", void 0), b([s()], Y.prototype, "policies", void 0), Y = b([F("action-engine-executions")], Y);
// src/views/overview-view.ts
var X = class extends x {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new h(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step"), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => g(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => P(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [C, a`
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
				N(this.hass),
				ee(this.hass),
				u(this.hass),
				M(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => E.has(e.state)).reverse(), a = n.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: a,
				failures: r.executions
			};
		});
	}
	render() {
		let t = this.problem ? m`<p class="problem" role="alert">${this.problem}</p>` : e;
		if (this.seen === null) return m`${t}${this.problem ? e : m`<p>${this.t("loading")}</p>`}`;
		let { settings: n, running: r, waiting: i, failures: a } = this.seen, o = n.circuits?.filter((e) => e.state !== "closed");
		return m`${t}${this.alarms(n)}
      <div class="grid">
        ${this.card("policies", n.policies.map((e) => this.policy(e)))}
        ${this.card("running", r.map((e) => this.runningLine(e)))}
        ${this.card("waiting", i ? [this.waitingLine(i)] : [])}
        ${o ? this.card("circuits", o.map((e) => this.circuit(e))) : e}
        ${this.card("failures", a.map((e) => this.failure(e)), "wide")}
        ${n.panicked ? e : this.panic()}
      </div>`;
	}
	alarms(t) {
		return m`${t.enabled ? e : m`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${t.panicked ? m`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? m`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : e}
        </div>` : e}`;
	}
	card(e, t, n = "") {
		return m`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? m`<ul>${t.map((e) => m`<li>${e}</li>`)}</ul>` : m`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return m`<div class="line">
      <span>${e.name}<br /><small class="quiet">${this.left(e)}</small></span>
      <span class="badge">${this.status(e)}</span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = v(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: j(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: j(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
	runningLine(e) {
		return m`<div class="line">
      <a href=${l(e.execution_id)} @click=${d}>${e.name}</a>
      <span>${this.word("state", e.state)}</span>
    </div>`;
	}
	waitingLine(e) {
		return m`<div class="line">
      <a href="${c}/approvals" @click=${d}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${j(this.hass, e)}</span>
    </div>`;
	}
	circuit(e) {
		return m`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: j(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		return m`<div class="line">
      <span>
        <a href=${l(e.execution_id)} @click=${d}>${e.name}</a>
        · ${this.word("state", e.state)} ·
        ${e.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${w(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return m`<section class="card wide">
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
b([s()], X.prototype, "seen", void 0), b([o("action-engine-confirm")], X.prototype, "confirm", void 0), X = b([F("action-engine-overview")], X);
// src/views.ts
var Z = {
	overview: (e) => m`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => m`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? m`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : m`<action-engine-executions .hass=${e}></action-engine-executions>`
}, Q = Object.keys(Z), $ = class extends x {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [C, a`
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
		if (!this.hass) return e;
		let [, t = "", n = ""] = (this.route?.path ?? "").split("/"), r = Q.find((e) => e === t) ?? "overview";
		return m`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? m`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : e}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${Q.map((e) => m`<a
              href="${c}/${e}"
              aria-current=${e === r ? "page" : "false"}
              @click=${d}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${Z[r](this.hass, decodeURIComponent(n))}</main>`;
	}
};
b([f({
	type: Boolean,
	reflect: !0
})], $.prototype, "narrow", void 0), b([f({ attribute: !1 })], $.prototype, "route", void 0), $ = b([F("action-engine-panel")], $);
export { $ as ActionEnginePanel };
