import { A as e, B as t, C as n, D as r, E as i, G as a, H as o, I as s, J as c, K as ee, L as l, M as te, N as ne, O as u, P as d, R as f, S as re, T as p, U as m, V as h, W as g, Y as _, _ as ie, a as v, b as ae, c as y, d as b, f as oe, g as se, h as x, i as ce, j as le, k as ue, l as S, m as de, n as fe, o as C, p as pe, q as w, r as me, s as T, t as he, u as E, v as D, w as ge, y as O, z as k } from "./shared-BXvTPk1_.js";
// src/api/figures.ts
var _e = (e, t) => d(e, "figures", { days: t }), ve = async (e) => (await d(e, "list_grants")).grants, ye = (e, t) => d(e, "revoke_grant", { grant_id: t }), A = (e) => e ? { agent: e } : {}, be = (e, t, n, r) => d(e, "check", {
	text: t,
	kind: n,
	...A(r)
}), xe = async (e, t, n) => {
	let r = {
		yaml: t,
		wait: !1,
		...A(n)
	}, { execution_id: i, state: a } = await d(e, "run", r);
	return {
		...i ? { execution_id: i } : {},
		...a ? { state: a } : {}
	};
}, Se = async (e, t, n) => {
	let r = {
		...t,
		wait: !1,
		...A(n)
	}, { execution_id: i, error: a } = await d(e, "run_plan", r);
	return {
		...i ? { execution_id: i } : {},
		...a ? { error: a.message } : {}
	};
}, Ce = async (e, t, n, r) => {
	let i = {
		response: t,
		llm_response_id: r,
		...A(n)
	};
	return (await d(e, "process_response", i)).actions;
}, we = /^(?:(.*) \()?replaced by ([0-9A-HJKMNP-TV-Z]{26})\)?$/s, Te = 1e3, Ee = class extends D {
	constructor(...e) {
		super(...e), this.answers = [], this.live = new C(this, ["subscribe_approvals"], () => this.load(), (e) => e.kind === "approval", Te);
	}
	static {
		this.styles = [s, _`
      .line .badge {
        margin-inline-end: 8px;
      }
      .line > span:first-child {
        flex: 1 1 14em;
        min-width: 0;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			this.answers = await ne(this.hass);
		});
	}
	render() {
		return !this.answers.length && !this.problem ? a : w`<section class="card" aria-labelledby="answered">
      <h2 id="answered">${this.t("answered")}</h2>
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      <ul>
        ${this.answers.map((e) => w`<li>${this.answer(e)}</li>`)}
      </ul>
    </section>`;
	}
	answer(e) {
		let t = e.answered_by ? e.names?.[e.answered_by] ?? this.t("somebody") : null;
		return w`<div class="line">
      <span>
        <a href=${f(e.execution_id)} @click=${k}>
          <bdi>${v(e.name)}</bdi>
        </a>
        ${e.notes ? w`<br /><small class="quiet">${this.notes(e.notes)}</small>` : a}
      </span>
      <span>
        <span class="badge ${e.answer === "rejected" ? "strong" : ""}">
          ${this.word("answer", e.answer)}
        </span>
        <small class="quiet">
          ${t === null ? a : w`<bdi>${v(t)}</bdi>,`}
          ${e.answered ? E(this.hass, e.answered) : a}
        </small>
      </span>
    </div>`;
	}
	notes(e) {
		let [, t, n] = we.exec(e) ?? [
			null,
			e,
			void 0
		];
		return w`${t ? w`“<bdi>${v(t)}</bdi>”` : a}
    ${n ? w`<a href=${f(n)} @click=${k}>${this.t("change.instead")}</a>` : a}`;
	}
};
O([o()], Ee.prototype, "answers", void 0), Ee = O([g("action-engine-answered")], Ee);
// src/components/grant-list.ts
var De = 1500, j = class extends D {
	constructor(...e) {
		super(...e), this.policies = [], this.now = 0, this.grants = [], this.live = new C(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step", De);
	}
	static {
		this.styles = [s, _`
      .line > span {
        flex: 1 1 14em;
        min-width: 0;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			this.grants = await ve(this.hass);
		});
	}
	render() {
		let e = this.grants.filter((e) => Date.parse(e.until) > this.now);
		return !e.length && !this.problem ? a : w`<section class="card" aria-labelledby="grants">
      <h2 id="grants">${this.t("grants")}</h2>
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      <ul>
        ${e.map((e) => w`<li>${this.grant(e)}</li>`)}
      </ul>
    </section>`;
	}
	grant(e) {
		let t = e.actions.map(T).join(", "), n = e.entity_ids.map((e) => v(S(this.hass, e))).join(", "), r = this.policies.find((t) => t.policy_id === e.policy)?.name, i = v(e.given_by_name ?? this.t("somebody")), o = de(this.hass, e.until, this.now), s = b(this.hass, e.uses);
		return w`<div class="line">
      <span>
        <strong>${t}</strong> ${n ? w`– <bdi>${n}</bdi>` : a}<br />
        <small class="quiet">
          ${this.t("grants.by", {
			by: i,
			policy: r ?? e.policy
		})} ·
          ${this.t("approval.expires", { time: o })} ·
          ${this.t(e.uses === 1 ? "grants.use" : "grants.uses", { count: s })}
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
		await this.attempt(() => ye(this.hass, e.grant_id)) && await this.load();
	}
};
O([m({ attribute: !1 })], j.prototype, "policies", void 0), O([m({ type: Number })], j.prototype, "now", void 0), O([o()], j.prototype, "grants", void 0), j = O([g("action-engine-grants")], j);
// src/views/approvals-view.ts
var M = class extends D {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.instead = null, this.settings = null, this.live = new C(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([te(this.hass), p(this.hass)]);
			this.settings = t, this.approvals = e;
		}), this.hear = (e) => {
			this.instead = e.detail, this.load();
		};
	}
	static {
		this.styles = [s, _`
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
		return w`${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      <div role="status" class="quiet">${this.standing()}</div>
      <div role="status">${this.replaced()}</div>
      <div class="cards">
        ${x(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
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
		return this.instead?.instead ? w`<p>
      ${this.t("change.done", { name: v(this.instead.name) })}
      <a href=${f(this.instead.instead)} @click=${k}>
        ${this.t("change.instead")}
      </a>
    </p>` : a;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return w`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.hear}
    ></action-engine-approval>`;
	}
};
O([o()], M.prototype, "approvals", void 0), O([o()], M.prototype, "now", void 0), O([o()], M.prototype, "instead", void 0), M = O([g("action-engine-approvals")], M);
// node_modules/lit-html/directives/guard.js
var Oe = {}, ke = se(class extends ie {
	constructor() {
		super(...arguments), this.ot = Oe;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return ee;
		} else if (this.ot === t) return ee;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), N = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), Ae = class {
	constructor(e, t, n) {
		this.isNeeded = t, this.tick = n, this.frame = 0, this.shown = 0, this.beat = (e) => {
			if (this.frame = 0, !this.isNeeded()) return;
			let t = je() ? 1e3 : 0;
			e - this.shown >= t && (this.shown = e, this.tick()), this.frame = requestAnimationFrame(this.beat);
		}, e.addController(this);
	}
	hostUpdated() {
		this.isNeeded() && !this.frame && (this.frame = requestAnimationFrame(this.beat));
	}
	hostDisconnected() {
		cancelAnimationFrame(this.frame), this.frame = 0;
	}
}, je = () => matchMedia("(prefers-reduced-motion: reduce)").matches, Me = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken"
}, Ne = (e) => e.status in Me, P = class {
	constructor(e) {
		this.timeline = e, this.firsts = /* @__PURE__ */ new Map(), this.intents = /* @__PURE__ */ new Map(), this.ends = /* @__PURE__ */ new Map();
		for (let t of e) this.firsts.has(t.path) || this.firsts.set(t.path, t), t.kind === "intent" && !this.intents.has(t.path) && this.intents.set(t.path, t), (t.kind === "result" || t.kind === "raised") && this.ends.set(t.path, t);
	}
}, Pe = (e, t = new P(e.timeline)) => {
	let n = N(e.started ?? e.created), r = e.ended === null ? null : Math.max(N(e.ended) - n, 1e-4), i = Fe(e, t), a = Le(i, t);
	return {
		bars: i.map((e) => {
			let i = a.get(e.path), o = i === void 0 ? null : Math.max(i - n, 0);
			return {
				step: e,
				sent: Be(t.intents.get(e.path)?.data),
				segments: o === null ? [] : Re(e, Math.min(o, r ?? o))
			};
		}),
		begin: n,
		seconds: r
	};
}, Fe = (e, t) => {
	let n = e.steps ?? [], r = new Set(n.map((e) => e.path)), i = [];
	for (let [e, n] of t.intents) r.has(e) || i.push(Ie(e, n, t.ends.get(e)));
	return [...n, ...i];
}, Ie = (e, t, n) => {
	let r = Ve(t.data) ?? {}, i = r.targets;
	return {
		path: e,
		action: `${String(r.domain)}.${String(r.service)}`,
		status: n === void 0 ? "started" : n.kind === "result" ? "succeeded" : "failed",
		duration: n === void 0 ? 0 : N(n.at) - N(t.at),
		targets: Array.isArray(i) ? i.map(String) : []
	};
}, Le = (e, t) => {
	let n = /* @__PURE__ */ new Map();
	for (let { path: r, began: i } of e) {
		let e = i ?? t.firsts.get(r)?.at;
		if (e === void 0) continue;
		let a = N(e);
		n.set(r, Math.min(a, n.get(r) ?? a));
		for (let e = r.lastIndexOf("/"); e > 0; e = r.lastIndexOf("/", e - 1)) {
			let t = r.slice(0, e);
			n.set(t, Math.min(a, n.get(t) ?? a));
		}
	}
	return n;
}, Re = (e, t) => {
	let n = Ne(e), r = n ? t + e.duration : Infinity, i = [], a = t, o = (e, t) => {
		let o = t === null ? null : Math.min(t, r - a);
		o !== null && o < 0 || (i.push({
			part: e,
			start: a,
			length: o,
			open: !n
		}), a += o ?? 0);
	};
	for (let t of e.failures ?? []) o("failed", t.duration), t.delay !== null && o("waiting", t.delay);
	return n ? o(Me[e.status] ?? "done", r - a) : o(e.status === "waiting" ? "waiting" : "running", null), i;
}, ze = ({ start: e, length: t, open: n }) => {
	let r = F(e);
	if (!n && t !== null) return `left:calc(100%*${r}/var(--axis));width:calc(100%*${F(t)}/var(--axis))`;
	let i = `max(0,var(--now) - ${r})`;
	return `left:calc(100%*min(${r},var(--now))/var(--axis));width:calc(100%*${t === null ? i : `min(${F(t)},${i})`}/var(--axis))`;
}, F = (e) => e.toFixed(6), Be = (e) => Ve(e)?.data ?? null, Ve = (e) => typeof e == "object" && e ? e : null, He = (e, t = []) => t.map((t) => S(e, t)).join(", ") || null, Ue = (e, t = []) => t.map((t, n) => {
	let r = He(e, t.targets), i = y(e, t.duration);
	return `${n + 1}. ${t.error} (${i})${r ? ` – ${r}` : ""}`;
}).join("\n") || null, We = (e, { step: t, sent: n }) => {
	let r = (t) => ae(e.locale.language, t), i = (e, t) => t == null ? a : w`<dt>${r(e)}</dt>
          <dd><pre>${pe(t)}</pre></dd>`, o = t.seen === void 0 ? null : r(t.seen ? "step.seen_yes" : "step.seen_no");
	return w`<dl>
    ${i("step.targets", He(e, t.targets))} ${i("step.sent", n)}
    ${i("step.response", t.response)} ${i("step.expected", t.expected)}
    ${i("step.seen", o)} ${i("step.failures", Ue(e, t.failures))}
    ${i("step.error", t.error)} ${i("step.note", t.note)}
    ${i("step.path", t.path)}
  </dl>`;
}, Ge = _`
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
`, Ke = 60, I = class extends D {
	constructor(...e) {
		super(...e), this.now = () => Date.now() / 1e3, this.open = /* @__PURE__ */ new Set(), this.made = Ke, this.index = new P([]), this.chart = {
			bars: [],
			begin: 0,
			seconds: 0
		}, this.making = 0, this.clock = new Ae(this, () => this.chart.seconds === null, () => {
			this.setTime();
		});
	}
	static {
		this.styles = [
			s,
			Ge,
			_`
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
		t !== this.index.timeline && (this.index = new P(t)), this.chart = Pe(this.account, this.index);
	}
	updated() {
		this.setTime(), this.made >= this.chart.bars.length || this.making || (this.making = requestAnimationFrame(() => {
			this.making = 0, this.made += Ke;
		}));
	}
	setTime() {
		let { begin: e, seconds: t } = this.chart, n = Math.max(t ?? this.now() - e, 1e-4);
		this.style.setProperty("--now", n.toFixed(4)), this.style.setProperty("--axis", n.toFixed(4));
	}
	render() {
		let { bars: e, seconds: t } = this.chart;
		if (!e.length) return w`<p class="quiet">${this.t("execution.no_steps")}</p>`;
		let n = Math.max(0, (this.account.steps_omitted ?? 0) - (e.length - (this.account.steps?.length ?? 0))), { locale: r } = this.hass;
		return w`${x(e.slice(0, this.made), (e) => e.step.path, (e) => ke([
			e.step,
			e.sent,
			e.segments[0]?.start,
			this.open.has(e.step.path),
			r
		], () => this.row(e)))}
      <p class="quiet">${t === null ? a : w`0 – ${y(this.hass, t)}`}</p>
      ${n ? w`<p>${this.t("execution.omitted", { count: b(this.hass, n) })}</p>` : a}`;
	}
	row(e) {
		let { step: t } = e, n = this.open.has(t.path);
		return w`<details
      .open=${n}
      data-path=${t.path}
      @toggle=${(e) => {
			this.toggled(t.path, e.currentTarget);
		}}
    >
      <summary>
        <span>
          ${t.alias ?? T(t.action)}<br />
          <small class="quiet">${this.standing(t)}</small>
        </span>
        <span class="axis" aria-hidden="true"
          >${e.segments.map((e) => w`<span class=${e.part} style=${ze(e)}></span>`)}</span
        >
      </summary>
      ${n ? We(this.hass, e) : a}
    </details>`;
	}
	standing(e) {
		let t = [this.word("step.status", e.status)], n = e.failures?.at(-1)?.delay;
		e.status === "attempt_failed" && typeof n == "number" && t.push(this.t("step.again", { time: y(this.hass, n) })), e.duration && t.push(y(this.hass, e.duration));
		let r = e.attempts ?? 0;
		return r > 1 && t.push(this.t("step.attempts", { count: b(this.hass, r) })), t.join(" · ");
	}
	toggled(e, t) {
		let n = t instanceof HTMLDetailsElement && t.open;
		if (n === this.open.has(e)) return;
		let r = new Set(this.open);
		n ? r.add(e) : r.delete(e), this.open = r, n && this.dispatchEvent(new CustomEvent("step-opened", { detail: { path: e } }));
	}
};
O([m({ attribute: !1 })], I.prototype, "account", void 0), O([m({ attribute: !1 })], I.prototype, "now", void 0), O([o()], I.prototype, "open", void 0), O([o()], I.prototype, "made", void 0), I = O([g("action-engine-steps")], I);
// src/views/execution-view.ts
var L = class extends D {
	constructor(...n) {
		super(...n), this.executionId = "", this.account = null, this.preview = null, this.live = new C(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => i(this.hass, this.executionId)) && await this.load();
		}, this.askUndo = async () => {
			let t = await this.attempt(async () => {
				this.preview = await e(this.hass, this.executionId);
			});
			await this.updateComplete, t && this.confirm.open();
		}, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await le(this.hass, this.executionId);
			e ? t(f(e)) : await this.load();
		});
	}
	static {
		this.styles = [s, _`
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
			let t = await r(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return w`<a href="${l}/executions" @click=${k}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      ${this.account === null ? w`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return w`<section class="card">
        <header>
          <h2>${e.name}</h2>
          <span class="badge" role="status">${this.word("state", e.state)}</span>
        </header>
        <p class="quiet">
          ${E(this.hass, e.created)}
          ${e.duration === null ? a : w`· ${y(this.hass, e.duration)}`}
          ${e.origin ? w`· ${S(this.hass, e.origin)}` : a}
        </p>
        ${e.final_answer ? w`<p>${e.final_answer}</p>` : a}
        ${e.error_message ? w`<p class="problem">${e.error_message}</p>` : a}
        ${e.undo_of ? w`<p>
              <a href=${f(e.undo_of)} @click=${k}>
                ${this.t("execution.undo_of")}
              </a>
            </p>` : a}
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
		return w`<div class="actions">
      ${he.has(e.state) ? w`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>` : a}
      ${ce.has(e.state) ? w`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>` : a}
    </div>`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return t?.decision ? w`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => w`<li>${e.text}</li>`)}
      </ul>
    </section>` : a;
	}
	dialog(e) {
		let t = this.preview?.items ?? [], n = t.some((e) => e.what === "will");
		return w`<action-engine-confirm
      heading=${this.t("undo.title", { name: e.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!n}
      @confirmed=${this.undo}
    >
      ${n ? a : w`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${t.map((e) => this.item(e))}
      </ul>
    </action-engine-confirm>`;
	}
	item(e) {
		let t = e.entity_id ? S(this.hass, e.entity_id) : e.path;
		return w`<li>
      <strong>${t}</strong>: ${this.word("undo.what", e.what)} – ${e.reason}
    </li>`;
	}
};
O([m()], L.prototype, "executionId", void 0), O([o()], L.prototype, "account", void 0), O([o()], L.prototype, "preview", void 0), O([h("action-engine-confirm")], L.prototype, "confirm", void 0), L = O([g("action-engine-execution")], L);
// src/views/executions-view.ts
var qe = 25, Je = 500, R = class extends D {
	constructor(...e) {
		super(...e), this.rows = null, this.policies = [], this.next = null, this.filter = {}, this.asked = 0, this.live = new C(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.apply = (e) => {
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
				limit: qe,
				before: this.next ?? ""
			}, n = await u(this.hass, t);
			e === this.asked && (this.rows = [...this.rows ?? [], ...n.executions], this.next = n.next);
		});
	}
	static {
		this.styles = [s, _`
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
		let e = ++this.asked, t = Math.min(Math.max(this.rows?.length ?? 0, qe), Je);
		return this.fetching(async () => {
			let [n, r] = await Promise.all([u(this.hass, {
				...this.filter,
				limit: t
			}), p(this.hass)]);
			e === this.asked && (this.policies = r.policies, this.rows = n.executions, this.next = n.next);
		});
	}
	render() {
		return w`${this.form()}
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      ${this.rows?.length ? w`<ul class="card">
            ${x(this.rows, (e) => e.execution_id, (e) => this.row(e))}
          </ul>` : w`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next ? w`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : a}`;
	}
	standing() {
		return this.rows === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	form() {
		return w`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${me.map((e) => w`<option value=${e}>${this.word("state", e)}</option>`)}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map((e) => w`<option value=${e.policy_id}>${e.name}</option>`)}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
	}
	row(e) {
		return w`<li>
      <div class="line">
        <span>
          <a href=${f(e.execution_id)} @click=${k}>${e.name}</a>
          ${e.error_message ? w`<br /><small class="quiet">${e.error_message}</small>` : a}
        </span>
        <span>
          <span class="badge ${e.state === "failed" || e.state === "unknown" ? "failed" : ""}">
            ${this.word("state", e.state)}
          </span>
          <small class="quiet">
            ${E(this.hass, e.created)}
            ${e.duration === null ? a : y(this.hass, e.duration)}
          </small>
        </span>
      </div>
    </li>`;
	}
};
O([o()], R.prototype, "rows", void 0), O([o()], R.prototype, "policies", void 0), R = O([g("action-engine-executions")], R);
// src/components/first-steps.ts
var Ye = "https://github.com/action-engine/action_engine/blob/main/docs", z = class extends D {
	constructor(...e) {
		super(...e), this.tryView = "";
	}
	static {
		this.styles = [s, _`
      .card {
        border-color: var(--primary-color, #03a9f4);
      }
      ol {
        margin: 8px 0;
        padding-inline-start: 1.4em;
      }
      li {
        padding: 4px 0;
      }
    `];
	}
	render() {
		return w`<section class="card" aria-labelledby="first">
      <h2 id="first">${this.t("first")}</h2>
      <p>${this.t("first.what")}</p>
      <ol>
        <li>
          <a href="${l}/${this.tryView}" @click=${k}>${this.t("first.try")}</a>
        </li>
        ${this.step("calling", "first.calling")} ${this.step("let-an-ai-act", "first.agent")}
        ${this.step("approve-on-the-phone", "first.phone")}
      </ol>
    </section>`;
	}
	step(e, t) {
		return w`<li>
      <a href="${Ye}/how-to/${e}.md" target="_blank" rel="noreferrer">${this.t(t)}</a>
    </li>`;
	}
};
O([m()], z.prototype, "tryView", void 0), z = O([g("action-engine-first-steps")], z);
// src/components/policy-line.ts
var B = class extends D {
	static {
		this.styles = [s, _`
      .badge {
        --tint: var(--secondary-text-color, #666);
        border-color: var(--tint);
        background: linear-gradient(
          to right,
          color-mix(in srgb, var(--tint) 30%, transparent) var(--share, 0%),
          transparent var(--share, 0%)
        );
      }
      .disabled {
        border-style: dashed;
        color: var(--secondary-text-color, #666);
      }
      .supervised {
        --tint: var(--warning-color, #ffa600);
      }
      .canary {
        --tint: var(--primary-color, #03a9f4);
      }
      .full_auto {
        --tint: var(--success-color, #43a047);
        --share: 100%;
      }
      .meters {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding-bottom: 8px;
      }
      .meters div {
        flex: 1 1 8em;
      }
      .meter {
        height: 6px;
        border-radius: 3px;
        background: var(--divider-color, #ddd);
      }
      .meter span {
        display: block;
        height: 100%;
        border-radius: 3px;
        background: var(--primary-color, #03a9f4);
      }
      .meter.low span {
        background: var(--error-color, #db4437);
      }
    `];
	}
	render() {
		let { name: e, status: t, settings: n } = this.policy, r = t === "canary" ? n?.trust.canary_percentage ?? 0 : null;
		return w`<div class="line">
        <bdi>${v(e)}</bdi>
        <span class="badge ${t}" style=${r === null ? "" : `--share:${r}%`}>
          ${this.status(r)}
        </span>
      </div>
      ${this.limits()}`;
	}
	status(e) {
		return e !== null && this.policy.settings ? this.t("status.canary_share", { share: oe(this.hass, e) }) : this.word("status", this.policy.status);
	}
	limits() {
		let { left: e, settings: t } = this.policy;
		return e.hour_left === null && e.day_left === null ? w`<small class="quiet">${this.t("left.none")}</small>` : w`<div class="meters">
      ${this.limit("left.hour", e.hour_left, t?.limits.max_per_hour)}
      ${this.limit("left.day", e.day_left, t?.limits.max_per_day)}
    </div>`;
	}
	limit(e, t, n) {
		if (t === null) return a;
		let r = this.t(e, { left: b(this.hass, t) });
		return w`<div>
      <small class="quiet">${r}</small>
      ${n ? this.meter(r, t, n) : a}
    </div>`;
	}
	meter(e, t, n) {
		let r = Math.min(Math.max(t / n, 0), 1);
		return w`<div
      class="meter ${r <= .2 ? "low" : ""}"
      role="meter"
      aria-label=${e}
      aria-valuemin="0"
      aria-valuemax=${n}
      aria-valuenow=${Math.min(t, n)}
    >
      <span style="width:${r * 100}%"></span>
    </div>`;
	}
};
O([m({ attribute: !1 })], B.prototype, "policy", void 0), B = O([g("action-engine-policy")], B);
// src/progress.ts
var Xe = (e, t) => {
	let n = e.counts?.steps ?? 0, r = e.known_steps ?? null, { started: i } = e.times;
	return {
		steps: n,
		known: r === null || r < n || r === 0 ? null : r,
		seconds: i === null ? null : Math.max((t - Date.parse(i)) / 1e3, 0)
	};
}, Ze = 8, V = class extends D {
	constructor(...e) {
		super(...e), this.running = [], this.now = Date.now();
	}
	static {
		this.styles = [s, _`
      .line > :first-child {
        flex: 1 1 10em;
        min-width: 0;
      }
      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--primary-color, #03a9f4);
      }
    `];
	}
	connectedCallback() {
		super.connectedCallback(), this.clock = setInterval(() => {
			this.running.length && (this.now = Date.now());
		}, 1e3);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), clearInterval(this.clock);
	}
	render() {
		if (!this.running.length) return w`<p class="quiet">${this.t("running.none")}</p>`;
		let e = this.running.length - Ze;
		return w`<ul>
        ${this.running.slice(0, Ze).map((e) => w`<li>${this.line(e)}</li>`)}
      </ul>
      ${e > 0 ? w`<p class="quiet">
            ${this.t("approval.more", { count: b(this.hass, e) })}
          </p>` : a}`;
	}
	line(e) {
		let { steps: t, known: n, seconds: r } = Xe(e, this.now);
		return w`<div class="line">
        <a href=${f(e.execution_id)} @click=${k}>
          <bdi>${v(e.name)}</bdi>
        </a>
        <span>
          ${this.word("state", e.state)}
          <small class="quiet">
            ${r === null ? a : y(this.hass, Math.max(Math.floor(r), 1))}
            ${t === 0 ? a : w`· ${this.step(t, n)}`}
          </small>
        </span>
      </div>
      ${n === null ? a : w`<progress max=${n} value=${t} aria-label=${this.step(t, n)}></progress>`}`;
	}
	step(e, t) {
		let n = b(this.hass, e);
		return t === null ? this.t("running.step", { step: n }) : this.t("running.step_of", {
			step: n,
			known: b(this.hass, t)
		});
	}
};
O([m({ attribute: !1 })], V.prototype, "running", void 0), O([o()], V.prototype, "now", void 0), V = O([g("action-engine-running")], V);
// src/day-name.ts
var Qe = ({ locale: e }, t) => new Intl.DateTimeFormat(e.language, {
	weekday: "short",
	day: "numeric",
	month: "short",
	timeZone: "UTC"
}).format(/* @__PURE__ */ new Date(`${t}T12:00:00Z`)), $e = [
	"success",
	"failed",
	"other"
], et = .7, tt = (e, t, n) => {
	let r = Math.max(1, ...e.map(rt)), i = t / Math.max(e.length, 1);
	return e.flatMap((e, t) => {
		let a = n;
		return $e.filter((t) => e[t] > 0).map((o) => {
			let s = e[o] / r * n;
			return a -= s, {
				part: o,
				x: (t + .30000000000000004 / 2) * i,
				y: a,
				width: i * et,
				height: s
			};
		});
	});
}, nt = (e, t, n) => {
	let r = Math.max(...e.map((e) => e.seconds ?? 0)) || 1, i = t / Math.max(e.length, 1), a = [], o = null;
	return e.forEach(({ seconds: e }, t) => {
		e === null ? o = null : (o === null && a.push(o = []), o.push({
			x: (t + .5) * i,
			y: n * (1 - e / r)
		}));
	}), a;
}, rt = (e) => e.success + e.failed + e.other, H = class extends D {
	constructor(...e) {
		super(...e), this.days = [];
	}
	static {
		this.styles = [s, _`
      :host {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.85rem;
      }
      th,
      td {
        padding: 4px;
        text-align: end;
        overflow-wrap: normal;
      }
      th:first-child {
        text-align: start;
        font-weight: 400;
        white-space: nowrap;
      }
    `];
	}
	render() {
		return w`<table>
      <thead>
        <tr>
          ${[
			"date",
			"success",
			"failed",
			"other",
			"duration"
		].map((e) => w`<th scope="col">${this.t(`trend.${e}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.days.map((e) => this.row(e))}
      </tbody>
    </table>`;
	}
	row(e) {
		return w`<tr>
      <th scope="row">${Qe(this.hass, e.date)}</th>
      ${[
			e.success,
			e.failed,
			e.other
		].map((e) => w`<td>${b(this.hass, e)}</td>`)}
      <td>${e.seconds === null ? "–" : y(this.hass, e.seconds)}</td>
    </tr>`;
	}
};
O([m({ attribute: !1 })], H.prototype, "days", void 0), H = O([g("action-engine-trend-table")], H);
// src/components/trend-card.ts
var U = 280, W = 64, it = 28, at = 5e3, ot = ({ x: e, y: t }) => `${e - 3},${t} ${e + 3},${t}`, G = class extends D {
	constructor(...e) {
		super(...e), this.figures = null, this.days = 7, this.live = new C(this, ["subscribe"], () => this.load(), (e) => e.kind === "execution", at), this.choose = (e) => {
			this.days = Number(e.target.value), this.load();
		};
	}
	static {
		this.styles = [s, _`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: space-between;
        align-items: end;
      }
      header p {
        font-size: 1.6rem;
        line-height: 1.2;
      }
      header small {
        display: block;
        font-size: 0.85rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 88px;
        margin: 8px 0;
      }
      svg.line {
        height: 36px;
      }
      .success {
        fill: var(--success-color, #43a047);
      }
      .failed {
        fill: var(--error-color, #db4437);
      }
      .other {
        fill: var(--disabled-text-color, #bdbdbd);
      }
      .base {
        stroke: var(--divider-color, #ddd);
      }
      polyline {
        fill: none;
        stroke: var(--primary-color, #03a9f4);
        stroke-width: 2;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        font-size: 0.85rem;
      }
      .legend li::before {
        content: "";
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-inline-end: 6px;
        border-radius: 2px;
        background: var(--colour);
      }
      summary {
        cursor: pointer;
        padding: 8px 0;
      }
    `];
	}
	load() {
		let { days: e } = this;
		return this.fetching(async () => {
			let t = await _e(this.hass, e);
			e === this.days && (this.figures = t);
		});
	}
	render() {
		return w`<section class="card" aria-labelledby="trend">
      <h2 id="trend">${this.t("trend")}</h2>
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      ${this.figures ? this.shown(this.figures) : a}
    </section>`;
	}
	shown({ days: e, success_rate: t }) {
		let n = e.reduce((e, t) => e + rt(t), 0);
		return w`<header>
        <p>
          ${t === null ? "–" : oe(this.hass, t)}
          <small class="quiet">
            ${this.t("trend.rate", { total: b(this.hass, n) })}
          </small>
        </p>
        <label>
          ${this.t("trend.days")}
          <select @change=${this.choose}>
            ${[7, 14].map((e) => w`<option value=${e} ?selected=${e === this.days}>
                ${this.t("trend.last", { days: b(this.hass, e) })}
              </option>`)}
          </select>
        </label>
      </header>
      ${n ? this.charts(e) : w`<p class="quiet">${this.t("trend.none")}</p>`}`;
	}
	charts(e) {
		return w`${this.bars(e)}
      <ul class="legend quiet">
        <li style="--colour:var(--success-color, #43a047)">${this.t("trend.success")}</li>
        <li style="--colour:var(--error-color, #db4437)">${this.t("trend.failed")}</li>
        <li style="--colour:var(--disabled-text-color, #bdbdbd)">${this.t("trend.other")}</li>
      </ul>
      ${e.some((e) => e.seconds !== null) ? this.durations(e) : a}
      <details>
        <summary>${this.t("trend.table")}</summary>
        <action-engine-trend-table .hass=${this.hass} .days=${e}></action-engine-trend-table>
      </details>`;
	}
	bars(e) {
		let t = e.map((e) => this.told(e)).join("; ");
		return w`<svg
      viewBox="0 0 ${U} ${W}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${this.t("trend")}: ${t}"
    >
      <line class="base" x1="0" x2=${U} y1=${W} y2=${W} />
      ${tt(e, U, W).map((e) => c`<rect class=${e.part} x=${e.x} y=${e.y} width=${e.width} height=${e.height} />`)}
    </svg>`;
	}
	durations(e) {
		return w`<h3>${this.t("trend.duration")}: ${this.range(e)}</h3>
      <svg
        class="line"
        viewBox="0 -3 ${U} ${34}"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        ${nt(e, U, it).map((e) => c`<polyline points=${e.map(ot).join(" ")} />`)}
      </svg>`;
	}
	range(e) {
		let t = e.flatMap(({ seconds: e }) => e === null ? [] : [e]), [n, r] = [Math.min(...t), Math.max(...t)].map((e) => y(this.hass, e));
		return n === r ? String(n) : `${n} – ${r}`;
	}
	told(e) {
		return this.t("trend.day", {
			day: Qe(this.hass, e.date),
			success: b(this.hass, e.success),
			failed: b(this.hass, e.failed)
		});
	}
};
O([o()], G.prototype, "figures", void 0), O([o()], G.prototype, "days", void 0), G = O([g("action-engine-trend")], G);
// src/views/overview-view.ts
var st = 1e3, ct = "try", lt = 3, K = class extends D {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new C(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step", st), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => ge(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => n(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [s, _`
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        align-items: start;
      }
      .grid > * {
        min-width: 0;
      }
      .wide {
        grid-column: 1 / -1;
      }
      @media (min-width: 1000px) {
        .double {
          grid-column: span 2;
        }
      }
      .failure {
        flex: 1 1 16em;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			let [e, t, n, r] = await Promise.all([
				p(this.hass),
				ue(this.hass),
				te(this.hass),
				u(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => fe.has(e.state)).reverse(), a = r.executions, o = !a.length && !t.length && !(await u(this.hass, { limit: 1 })).executions.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: n,
				failures: a,
				empty: o
			};
		});
	}
	render() {
		let e = this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a;
		if (this.seen === null) return w`${e}${this.problem ? a : w`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i, empty: o } = this.seen, s = o && this.hass.user?.is_admin, c = t.circuits?.filter((e) => e.state !== "closed");
		return w`${e}${this.alarms(t)}
      <div class="grid">
        ${s ? w`<action-engine-first-steps
              class="wide"
              .hass=${this.hass}
              .tryView=${ct}
            ></action-engine-first-steps>` : a}
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        <section class="card" aria-labelledby="running">
          <h2 id="running">${this.t("running")}</h2>
          <action-engine-running .hass=${this.hass} .running=${n}></action-engine-running>
        </section>
        ${this.card("waiting", this.waitingLines(r))}
        ${c ? this.card("circuits", c.map((e) => this.circuit(e))) : a}
        ${s ? a : w`<action-engine-trend class="double" .hass=${this.hass}></action-engine-trend>`}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? a : this.panic()}
      </div>`;
	}
	alarms(e) {
		return w`${e.enabled ? a : w`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? w`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? w`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : a}
        </div>` : a}`;
	}
	card(e, t, n = "") {
		return w`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? w`<ul>${t.map((e) => w`<li>${e}</li>`)}</ul>` : w`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return w`<action-engine-policy .hass=${this.hass} .policy=${e}></action-engine-policy>`;
	}
	waitingLines(e) {
		let t = e.slice(0, lt).map((e) => w`<div class="line">
        <bdi>${v(e.name)}</bdi>
        <span class="quiet">${this.word("risk", e.risk)}</span>
      </div>`);
		return t.length ? [w`<div class="line">
        <a href="${l}/approvals" @click=${k}>${this.t("nav.approvals")}</a>
        <span class="badge strong">${b(this.hass, e.length)}</span>
      </div>`, ...t] : [];
	}
	circuit(e) {
		return w`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: b(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		let t = v(e.error_message ?? this.t("failures.no_reason"));
		return w`<div class="line">
      <span class="failure" title=${t}>
        <a href=${f(e.execution_id)} @click=${k}>
          <bdi>${v(e.name)}</bdi></a
        >
        · ${this.word("state", e.state)} · <bdi>${t}</bdi>
      </span>
      <small class="quiet">${E(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return w`<section class="card wide">
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
O([o()], K.prototype, "seen", void 0), O([h("action-engine-confirm")], K.prototype, "confirm", void 0), K = O([g("action-engine-overview")], K);
// src/trying/dry-run.ts
var ut = (e, t) => {
	let n = new Map(t.map((e) => [e.place, e]));
	return e.steps.map((e) => {
		let t = e.opened_from === null ? n.get(e.place) : void 0;
		return {
			touch: e,
			alias: t?.alias ?? null,
			expected: t?.expected ?? null
		};
	});
}, dt = 20, q = class extends D {
	constructor(...e) {
		super(...e), this.impact = null, this.plan = [];
	}
	static {
		this.styles = [s, _`
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
		let e = this.impact ? ut(this.impact, this.plan) : [];
		return e.length ? w`<ol>
      ${e.map((e) => this.call(e))}
    </ol>` : w`<p>${this.t("try.no_calls")}</p>`;
	}
	call({ touch: e, alias: t, expected: n }) {
		let r = e.risk === "high" || e.risk === "critical", i = e.entity_ids.slice(0, dt), o = e.entity_ids.length - i.length;
		return w`<li class=${r ? "bad" : ""}>
      <strong title=${e.action}>${t ?? T(e.tool ?? e.action)}</strong>
      ${e.opened_from ? w`<span class="quiet">
            ${this.t("approval.from", { source: S(this.hass, e.opened_from) })}
          </span>` : a}
      ${e.everything ? w`<br />${this.t("approval.everything")}` : a}
      ${i.map((e) => this.device(e))}
      ${o > 0 ? w`<br />${this.t("try.more", { count: o })}` : a}
      ${n ? w`<br />${this.t("try.would_be", { expected: n })}` : a}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	device(e) {
		let t = this.hass.states[e]?.state, n = t === void 0 ? this.t("try.not_there") : this.t("try.now", { state: t });
		return w`<br /><span title=${e}>${S(this.hass, e)}</span> – ${n}`;
	}
};
O([m({ attribute: !1 })], q.prototype, "impact", void 0), O([m({ attribute: !1 })], q.prototype, "plan", void 0), q = O([g("action-engine-dry-run")], q);
// src/components/problem-list.ts
var ft = (e) => e.replace(/ ?\(?line \d+, column \d+\)?$/, ""), J = class extends D {
	constructor(...e) {
		super(...e), this.problems = [];
	}
	static {
		this.styles = [s, _`
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
		return w`<ul>
      ${this.problems.map((e) => this.line(e))}
    </ul>`;
	}
	line(e) {
		let { came: t, expected: n, line: r, place: i } = e;
		return w`<li>
      ${r === null ? a : w`<button
            @click=${() => {
			this.show(e);
		}}
          >
            ${this.t("try.line", { line: b(this.hass, r) })}
          </button>`}
      <code>${ft(i)}</code>
      ${t && n ? w`<br />${this.t("try.came", { came: t })}<br />${this.t("try.expected", { expected: n })}` : w`<br />${e.message}`}
    </li>`;
	}
	show(e) {
		this.dispatchEvent(new CustomEvent("spot", { detail: e }));
	}
};
O([m({ attribute: !1 })], J.prototype, "problems", void 0), J = O([g("action-engine-problems")], J);
// src/components/check-result.ts
var Y = class extends D {
	constructor(...e) {
		super(...e), this.policies = [], this.pass = (e) => {
			this.dispatchEvent(new CustomEvent("spot", { detail: e.detail }));
		};
	}
	static {
		this.styles = [s, _`
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
		return w`${e.length ? this.problems() : a}
      ${n ? w`<section class="card" aria-labelledby="analysis">
            <h2 id="analysis">${this.t("try.analysis")}</h2>
            <blockquote>${n}</blockquote>
          </section>` : a}
      ${t ? t.map((e) => this.wish(e)) : this.whole()}`;
	}
	problems() {
		let { problems: e } = this.checked;
		return w`<section class="card" aria-labelledby="problems">
      <h2 id="problems">
        ${e.length === 1 ? this.t("try.problem") : this.t("try.problems", { count: b(this.hass, e.length) })}
      </h2>
      <action-engine-problems
        .hass=${this.hass}
        .problems=${e}
        @spot=${this.pass}
      ></action-engine-problems>
    </section>`;
	}
	whole() {
		let { verdict: e, plan: t, outline: n, valid: r } = this.checked, i = e?.decision ? w`<section class="card" aria-labelledby="gate">
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
        </section>` : a;
		return w`${i} ${r ? this.graph(n) : a}`;
	}
	wish(e) {
		return e.outcome === "rejected" ? a : w`<section class="card" aria-label=${e.action}>
        <header>
          <h2>${T(e.action)}</h2>
          <span class="badge">${this.word("try.outcome", e.outcome)}</span>
          ${this.badges(e.impact)}
        </header>
        ${this.reasons(e.reasons ?? [])}
        ${e.reasoning ? w`<h3>${this.t("approval.claim")}</h3>
              <blockquote>${e.reasoning}</blockquote>` : a}
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
		if (!e) return a;
		let t = e.risk === "high" || e.risk === "critical";
		return w`<span class="badge ${t ? "strong" : ""}">
        ${this.word("risk", e.risk)}
      </span>
      ${e.steps.length ? w`<span class="badge">${this.word("reversible", e.reversible)}</span>` : a}
      ${e.expected_seconds == null ? a : w`<span class="badge">
            ${this.t("try.takes", { time: y(this.hass, e.expected_seconds) })}
          </span>`}`;
	}
	policy(e) {
		let t = this.policies.find((t) => t.policy_id === e)?.name;
		return t === void 0 ? a : w`<p class="quiet">${this.t("approval.policy", { policy: t })}</p>`;
	}
	reasons(e) {
		return e.length ? w`<ul>
      ${e.map((e) => w`<li>${e}</li>`)}
    </ul>` : a;
	}
	graph(e) {
		return e?.steps.length ? w`<section class="card" aria-label=${this.t("try.plan")}>
      <h2>${this.t("try.plan")}</h2>
      <action-engine-graph .hass=${this.hass} .outline=${e.steps}></action-engine-graph>
    </section>` : a;
	}
};
O([m({ attribute: !1 })], Y.prototype, "checked", void 0), O([m({ attribute: !1 })], Y.prototype, "policies", void 0), Y = O([g("action-engine-checked")], Y);
// src/components/watched-run.ts
var X = class extends D {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.live = new C(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId), this.cancel = async () => {
			await this.attempt(() => i(this.hass, this.executionId)) && await this.load();
		};
	}
	static {
		this.styles = [s, _`
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
			let t = await r(this.hass, e);
			e === this.executionId && (this.account = t);
		});
	}
	render() {
		return w`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      ${this.account ? this.whole(this.account) : a}
      <p>
        <a href=${f(this.executionId)} @click=${k}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
	}
	whole(e) {
		let t = e.state === "denied";
		return w`<header>
        <h2>${e.name}</h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
        ${e.duration === null ? a : w`<span class="quiet">${y(this.hass, e.duration)}</span>`}
      </header>
      ${e.error_message ? w`<p class="problem">${e.error_message}</p>` : a}
      ${e.final_answer ? w`<p>${e.final_answer}</p>` : a}
      ${e.state === "pending_approval" ? w`<p>
            <a href="${l}/approvals" @click=${k}>${this.t("try.asked")}</a>
          </p>` : a}
      ${t ? w`<ul>
            ${(e.verdict?.reasons ?? []).map((e) => w`<li>${e.text}</li>`)}
          </ul>` : w`<action-engine-steps
            .hass=${this.hass}
            .account=${e}
          ></action-engine-steps>`}
      ${he.has(e.state) ? w`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>` : a}`;
	}
};
O([m()], X.prototype, "executionId", void 0), O([o()], X.prototype, "account", void 0), X = O([g("action-engine-watched")], X);
// src/trying/askers.ts
var pt = {
	key: "me",
	name: "",
	agent: null
}, mt = {
	key: "model",
	name: "",
	agent: {}
}, ht = (e) => {
	let t = new Map([pt, mt].map((e) => [e.key, e]));
	for (let { settings: n } of e) {
		for (let e of n?.applies?.assistants ?? []) gt(t, "assistant", e);
		for (let e of n?.applies?.platforms ?? []) gt(t, "platform", e);
	}
	return [...t.values()];
}, gt = (e, t, n) => {
	let r = `${t}/${n}`;
	e.set(r, {
		key: r,
		name: n,
		agent: { [t]: n }
	});
}, _t = (e, { line: t, column: n }) => {
	let r = e.split("\n"), i = Math.min(Math.max(t ?? 1, 1), r.length) - 1, a = r.slice(0, i).reduce((e, t) => e + t.length + 1, 0), { length: o } = r[i] ?? "";
	return [a + Math.min(Math.max(n ?? 1, 1) - 1, o), a + o];
}, vt = (e, t) => e.slice(0, t).split("\n").length, Z = {
	text: "",
	kind: "auto",
	as: "me"
}, yt = (e) => `action-engine-try-${e ?? ""}`, bt = [
	"auto",
	"actions",
	"plan",
	"response"
], xt = (e) => {
	try {
		let t = JSON.parse(sessionStorage.getItem(yt(e)) ?? "");
		return Ct(t) ? t : Z;
	} catch {
		return Z;
	}
}, St = (e, t) => {
	try {
		sessionStorage.setItem(yt(e), JSON.stringify(t));
	} catch {}
}, Ct = (e) => typeof e == "object" && !!e && "text" in e && typeof e.text == "string" && "kind" in e && bt.includes(e.kind) && "as" in e && typeof e.as == "string", wt = [
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
], Tt = {
	actions: async ({ hass: e, text: t, agent: n }) => [await xe(e, t, n)],
	plan: async ({ hass: e, agent: t, checked: n }) => [await Se(e, n.decision ?? {}, t)],
	response: async ({ hass: e, text: t, agent: n }, r) => {
		let i = `try-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`, a = await Et(e, i, r);
		try {
			return await Ce(e, t, n, i);
		} finally {
			a();
		}
	}
}, Et = async (e, t, n) => {
	let i = /* @__PURE__ */ new Set(), a = !1, o = async (o) => {
		i.add(o);
		let s = await r(e, o);
		!a && Dt(s) === t && n({ execution_id: o });
	}, s = await re(e, "subscribe", (e) => {
		for (let { kind: t, execution_id: n } of "events" in e ? e.events : []) t === "execution" && !i.has(n) && o(n).catch(() => void 0);
	});
	return () => {
		a = !0, s().catch(() => void 0);
	};
}, Dt = (e) => {
	let t = "asked" in e ? e.asked : null, n = Ot(t) ? t.claim : null;
	return Ot(n) ? n.llm_response_id : null;
}, Ot = (e) => typeof e == "object" && !!e, kt = _`
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
`, At = [
	"auto",
	"actions",
	"plan",
	"response"
], Q = class extends D {
	constructor(...e) {
		super(...e), this.draft = Z, this.askers = [pt], this.policies = [], this.checked = null, this.started = [], this.about = null, this.check = () => this.attempt(async () => {
			let { draft: e } = this;
			this.isFresh() || (this.started = []), this.checked = await be(this.hass, e.text, e.kind, this.agent), this.about = e;
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
				this.started = await Tt[e.kind](r, (e) => {
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
			let { area: t } = this, n = _t(t.value, e), r = t.scrollHeight / t.value.split("\n").length;
			t.focus(), t.setSelectionRange(...n), t.scrollTop = (vt(t.value, n[0]) - 3) * r, t.scrollIntoView({ block: "nearest" });
		};
	}
	static {
		this.styles = [s, kt];
	}
	connectedCallback() {
		super.connectedCallback(), this.updateComplete.then(() => this.begin());
	}
	begin() {
		return this.draft = xt(this.hass.user?.id), this.fetching(async () => {
			this.policies = (await p(this.hass)).policies, this.askers = ht(this.policies);
		});
	}
	render() {
		return w`<section class="card" aria-labelledby="try">
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
        ${this.problem ? w`<p class="problem" role="alert">${this.problem}</p>` : a}
      </section>
      ${this.runs()}
      ${this.checked ? w`<action-engine-checked
            .hass=${this.hass}
            .checked=${this.checked}
            .policies=${this.policies}
            @spot=${this.jump}
          ></action-engine-checked>` : a}`;
	}
	examples() {
		return w`<div class="examples" role="group" aria-label=${this.t("try.examples")}>
      ${wt.map(({ name: e, text: t }) => w`<button
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
		return w`<div class="actions">
      <label>
        ${this.t("try.kind")}
        <select @change=${this.setKind}>
          ${At.map((t) => w`<option value=${t} ?selected=${t === e.kind}>
              ${this.t(`try.kind.${t}`)}
            </option>`)}
        </select>
      </label>
      <label>
        ${this.t("try.as")}
        <select @change=${this.setAs}>
          ${this.askers.map((t) => w`<option value=${t.key} ?selected=${t.key === e.as}>
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
		return w`${x(this.started, (e, t) => e.execution_id ?? t, ({ execution_id: e, error: t }) => e ? w`<action-engine-watched
              .hass=${this.hass}
              .executionId=${e}
            ></action-engine-watched>` : w`<p class="problem" role="alert">${t ?? ""}</p>`)}`;
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
		}, St(this.hass.user?.id, this.draft);
	}
	get agent() {
		return this.askers.find((e) => e.key === this.draft.as)?.agent ?? null;
	}
};
O([o()], Q.prototype, "draft", void 0), O([o()], Q.prototype, "askers", void 0), O([o()], Q.prototype, "policies", void 0), O([o()], Q.prototype, "checked", void 0), O([o()], Q.prototype, "started", void 0), O([h("textarea")], Q.prototype, "area", void 0), Q = O([g("action-engine-try")], Q);
// src/views.ts
var jt = {
	overview: (e) => w`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => w`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? w`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : w`<action-engine-executions .hass=${e}></action-engine-executions>`,
	try: (e) => w`<action-engine-try .hass=${e}></action-engine-try>`
}, Mt = Object.keys(jt), $ = class extends D {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [s, _`
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
		if (!this.hass) return a;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), n = Mt.find((t) => t === e) ?? "overview";
		return w`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? w`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>` : a}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${Mt.map((e) => w`<a
              href="${l}/${e}"
              aria-current=${e === n ? "page" : "false"}
              @click=${k}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${jt[n](this.hass, decodeURIComponent(t))}</main>`;
	}
};
O([m({
	type: Boolean,
	reflect: !0
})], $.prototype, "narrow", void 0), O([m({ attribute: !1 })], $.prototype, "route", void 0), $ = O([g("action-engine-panel")], $);
export { $ as ActionEnginePanel };
