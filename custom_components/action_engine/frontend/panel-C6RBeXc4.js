import { $ as e, A as t, B as n, C as r, D as i, E as a, F as o, G as s, H as c, I as l, J as u, K as d, L as f, M as ee, N as p, O as m, P as h, Q as g, S as _, T as te, U as ne, V as v, W as re, X as ie, Y as y, Z as b, _ as x, a as ae, b as oe, c as S, d as C, f as w, g as se, h as ce, i as le, j as ue, k as de, l as T, m as fe, n as pe, o as me, p as E, q as D, r as he, s as ge, t as _e, u as O, v as k, x as A, y as ve, z as j } from "./shared-CaPWalaX.js";
// src/api/figures.ts
var ye = (e, t) => f(e, "figures", { days: t }), be = async (e) => (await f(e, "list_grants")).grants, xe = (e, t) => f(e, "revoke_grant", { grant_id: t }), Se = (e, t) => f(e, "get_execution", { execution_id: t }), Ce = (e, t) => f(e, "pause", { execution_id: t }), we = (e, t) => f(e, "resume", { execution_id: t }), Te = (e, t) => f(e, "repeat", { execution_id: t }), Ee = (e, t) => f(e, "retry_from", { execution_id: t }), De = (e) => e ? { agent: e } : {}, Oe = (e, t, n, r) => f(e, "check", {
	text: t,
	kind: n,
	...De(r)
}), ke = async (e, t, n) => {
	let r = {
		yaml: t,
		wait: !1,
		...De(n)
	}, { execution_id: i, state: a } = await f(e, "run", r);
	return {
		...i ? { execution_id: i } : {},
		...a ? { state: a } : {}
	};
}, Ae = async (e, t, n) => {
	let r = {
		...t,
		wait: !1,
		...De(n)
	}, { execution_id: i, error: a } = await f(e, "run_plan", r);
	return {
		...i ? { execution_id: i } : {},
		...a ? { error: a.message } : {}
	};
}, je = async (e, t, n, r) => {
	let i = {
		response: t,
		llm_response_id: r,
		...De(n)
	};
	return (await f(e, "process_response", i)).actions;
}, Me = (e) => f(e, "catalog"), Ne = (e) => f(e, "assistants"), Pe = (e) => f(e, "journal"), Fe = (e) => f(e, "verify_journal"), Ie = (e, t) => f(e, "purge", t), Le = (e, t) => f(e, "reset_circuit", { circuit: t }), Re = (e, t) => f(e, "set_enabled", { enabled: t }), ze = /^(?:(.*) \()?replaced by ([0-9A-HJKMNP-TV-Z]{26})\)?$/s, Be = 1e3, Ve = class extends A {
	constructor(...e) {
		super(...e), this.answers = [], this.live = new S(this, ["subscribe_approvals"], () => this.load(), (e) => e.kind === "approval", Be);
	}
	static {
		this.styles = [j, e`
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
			this.answers = await l(this.hass);
		});
	}
	render() {
		return !this.answers.length && !this.problem ? y : b`<section class="card" aria-labelledby="answered">
      <h2 id="answered">${this.t("answered")}</h2>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      <ul>
        ${this.answers.map((e) => b`<li>${this.answer(e)}</li>`)}
      </ul>
    </section>`;
	}
	answer(e) {
		let t = e.answered_by ? e.names?.[e.answered_by] ?? this.t("somebody") : null;
		return b`<div class="line">
      <span>
        <a href=${v(e.execution_id)} @click=${c}>
          <bdi>${x(e.name)}</bdi>
        </a>
        ${e.notes ? b`<br /><small class="quiet">${this.notes(e.notes)}</small>` : y}
      </span>
      <span>
        <span class="badge ${e.answer === "rejected" ? "strong" : ""}">
          ${this.word("answer", e.answer)}
        </span>
        <small class="quiet">
          ${t === null ? y : b`<bdi>${x(t)}</bdi>,`}
          ${e.answered ? w(this.hass, e.answered) : y}
        </small>
      </span>
    </div>`;
	}
	notes(e) {
		let [, t, n] = ze.exec(e) ?? [
			null,
			e,
			void 0
		];
		return b`${t ? b`“<bdi>${x(t)}</bdi>”` : y}
    ${n ? b`<a href=${v(n)} @click=${c}>${this.t("change.instead")}</a>` : y}`;
	}
};
_([d()], Ve.prototype, "answers", void 0), Ve = _([u("action-engine-answered")], Ve);
// src/components/grant-list.ts
var He = 1500, M = class extends A {
	constructor(...e) {
		super(...e), this.policies = [], this.now = 0, this.grants = [], this.live = new S(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step", He);
	}
	static {
		this.styles = [j, e`
      .line > span {
        flex: 1 1 14em;
        min-width: 0;
      }
    `];
	}
	load() {
		return this.fetching(async () => {
			this.grants = await be(this.hass);
		});
	}
	render() {
		let e = this.grants.filter((e) => Date.parse(e.until) > this.now);
		return !e.length && !this.problem ? y : b`<section class="card" aria-labelledby="grants">
      <h2 id="grants">${this.t("grants")}</h2>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      <ul>
        ${e.map((e) => b`<li>${this.grant(e)}</li>`)}
      </ul>
    </section>`;
	}
	grant(e) {
		let t = e.actions.map(T).join(", "), n = e.entity_ids.map((e) => x(C(this.hass, e))).join(", "), r = this.policies.find((t) => t.policy_id === e.policy)?.name, i = x(e.given_by_name ?? this.t("somebody")), a = se(this.hass, e.until, this.now), o = E(this.hass, e.uses);
		return b`<div class="line">
      <span>
        <strong>${t}</strong> ${n ? b`– <bdi>${n}</bdi>` : y}<br />
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
		await this.attempt(() => xe(this.hass, e.grant_id)) && await this.load();
	}
};
_([D({ attribute: !1 })], M.prototype, "policies", void 0), _([D({ type: Number })], M.prototype, "now", void 0), _([d()], M.prototype, "grants", void 0), M = _([u("action-engine-grants")], M);
// src/views/approvals-view.ts
var N = class extends A {
	constructor(...e) {
		super(...e), this.approvals = null, this.now = Date.now(), this.instead = null, this.settings = null, this.live = new S(this, ["subscribe_approvals"], () => this.load()), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([o(this.hass), m(this.hass)]);
			this.settings = t, this.approvals = e;
		}), this.hear = (e) => {
			this.instead = e.detail, this.load();
		};
	}
	static {
		this.styles = [j, e`
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
		return b`${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      <div role="status" class="quiet">${this.standing()}</div>
      <div role="status">${this.replaced()}</div>
      <div class="cards">
        ${k(this.approvals ?? [], (e) => e.approval_id, (e) => this.card(e))}
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
		return this.instead?.instead ? b`<p>
      ${this.t("change.done", { name: x(this.instead.name) })}
      <a href=${v(this.instead.instead)} @click=${c}>
        ${this.t("change.instead")}
      </a>
    </p>` : y;
	}
	standing() {
		return this.approvals === null ? this.problem ? "" : this.t("loading") : this.approvals.length ? "" : this.t("approvals.none");
	}
	card(e) {
		let t = this.settings?.policies.find((t) => t.policy_id === e.policy);
		return b`<action-engine-approval
      .hass=${this.hass}
      .approval=${e}
      .policyName=${t?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.hear}
    ></action-engine-approval>`;
	}
};
_([d()], N.prototype, "approvals", void 0), _([d()], N.prototype, "now", void 0), _([d()], N.prototype, "instead", void 0), N = _([u("action-engine-approvals")], N);
// src/components/asked-card.ts
var Ue = class extends A {
	static {
		this.styles = [j, e`
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
		return b`<dl>
        ${this.row("asked.by", this.who())} ${this.row("asked.agent", this.agent())}
        ${this.row("asked.policy", e.policy_name ?? e.policy)}
        ${this.row("asked.origin", this.origin())}
        ${this.row("asked.undo_of", this.link(e.undo_of))}
        ${this.row("asked.repeat_of", this.link(e.repeat_of))}
        ${this.row("asked.undone_by", this.link(n))}
        ${this.row("asked.repeated_by", this.links(e.repeated_by))}
        ${this.row("asked.question", this.question())}
      </dl>
      ${e.asked ? this.asked(e.asked) : y}`;
	}
	row(e, t) {
		return t ? b`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>` : y;
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
		let t = e.split(".")[0] ?? "", n = C(this.hass, e);
		if (t !== "script" && t !== "automation" || !this.hass.user?.is_admin) return n;
		let r = `/config/${t}/show/${encodeURIComponent(e)}`;
		return b`<a href=${r} @click=${c}>${n}</a>`;
	}
	link(e) {
		return e ? b`<a href=${v(e)} @click=${c}>${this.t("asked.open")}</a>` : null;
	}
	links(e = []) {
		return e.length ? b`${e.map((e) => b`${this.link(e)} `)}` : null;
	}
	question() {
		return this.account.approval_id ? b`<a href="${n}/approvals" @click=${c}>${this.t("asked.answer")}</a>` : null;
	}
	asked(e) {
		let t = Object.entries(e.claim);
		return b`${t.length ? b`<h3>${this.t("approval.claim")}</h3>
            ${t.map(([e, t]) => b`<small class="quiet">${this.word("claim", e)}</small>
                <blockquote>${this.quote(e, t)}</blockquote>`)}` : y}
      <details>
        <summary>${this.t("asked.source")}</summary>
        <p class="quiet">${this.word("source", e.kind ?? "actions")}</p>
        <pre>${ce(e.actions ?? [])}</pre>
        ${this.given("asked.variables", e.variables)} ${this.given("asked.given", e.given)}
      </details>`;
	}
	given(e, t = {}) {
		return Object.keys(t).length ? b`<h3>${this.t(e)}</h3>
      <pre>${ce(t)}</pre>` : y;
	}
	quote(e, t) {
		return e === "confidence" && typeof t == "number" ? fe(this.hass, t * 100) : ce(t);
	}
};
_([D({ attribute: !1 })], Ue.prototype, "account", void 0), Ue = _([u("action-engine-asked")], Ue);
// src/components/audit-chain.ts
var We = 100, P = class extends A {
	constructor(...e) {
		super(...e), this.timeline = [], this.isOpen = !1, this.shown = We, this.report = null, this.toggled = (e) => {
			this.isOpen = e.currentTarget.open;
		}, this.more = () => {
			this.shown += We;
		}, this.verify = () => this.attempt(async () => {
			this.report = null, this.report = await Fe(this.hass);
		});
	}
	static {
		this.styles = [j, e`
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
		return b`<details @toggle=${this.toggled}>
      <summary>${this.t("audit.title", { count: E(this.hass, e) })}</summary>
      ${this.isOpen ? this.chain() : y}
    </details>`;
	}
	chain() {
		return b`<p class="quiet">${this.t("audit.what")}</p>
      <ol>
        ${this.timeline.slice(0, this.shown).map((e) => b`<li>
            <span>${E(this.hass, e.seq)}</span>
            <span>${w(this.hass, e.at)}</span>
            <span>${this.word("event", e.kind)}</span>
            <span>${this.detail(e)}</span>
          </li>`)}
      </ol>
      <div class="actions">
        ${this.shown < this.timeline.length ? b`<button @click=${this.more}>${this.t("audit.more")}</button>` : y}
        ${this.hass.user?.is_admin ? b`<button ?disabled=${this.busy} @click=${this.verify}>
              ${this.t("audit.verify")}
            </button>` : y}
      </div>
      <p role="status">${this.report === null ? "" : this.said(this.report)}</p>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}`;
	}
	detail({ kind: e, path: t, data: n }) {
		return e === "moved" && typeof n == "object" && n && "to" in n ? this.word("state", String(n.to)) : t;
	}
	said(e) {
		let t = {
			events: E(this.hass, e.events),
			executions: E(this.hass, e.executions)
		};
		if (e.first_broken !== null) {
			let { execution_id: t, seq: n, why: r } = e.first_broken, i = n === null ? t : `${t}, ${E(this.hass, n)}`;
			return this.t("audit.broken", {
				where: i,
				why: r
			});
		}
		let n = e.unknown_key ? ` ${this.t("audit.unknown", { count: E(this.hass, e.unknown_key) })}` : "";
		return this.t("audit.holds", t) + n;
	}
};
_([D({ attribute: !1 })], P.prototype, "timeline", void 0), _([d()], P.prototype, "isOpen", void 0), _([d()], P.prototype, "shown", void 0), _([d()], P.prototype, "report", void 0), P = _([u("action-engine-audit")], P);
// src/components/undo-dialog.ts
var Ge = [
	"will",
	"skipped",
	"asks",
	"impossible",
	"nothing"
], F = class extends A {
	constructor(...e) {
		super(...e), this.executionId = "", this.name = "", this.preview = null, this.undo = () => this.attempt(async () => {
			let { execution_id: e } = await h(this.hass, this.executionId);
			e ? ne(v(e)) : this.dispatchEvent(new CustomEvent("undone"));
		});
	}
	static {
		this.styles = j;
	}
	async open() {
		this.preview = await p(this.hass, this.executionId), await this.updateComplete, this.confirm.open();
	}
	render() {
		let e = this.preview?.items ?? [], t = e.some((e) => e.what === "will");
		return b`<action-engine-confirm
        heading=${this.t("undo.title", { name: this.name })}
        yes=${this.t("undo.yes")}
        no=${this.t("back")}
        ?empty=${!t}
        @confirmed=${this.undo}
      >
        ${t ? y : b`<p>${this.t("undo.nothing")}</p>`}
        ${Ge.map((t) => this.group(t, e.filter((e) => e.what === t)))}
      </action-engine-confirm>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}`;
	}
	group(e, t) {
		return t.length ? b`<section aria-label=${this.word("undo.what", e)}>
      <h3>${this.word("undo.what", e)}</h3>
      <ul>
        ${t.map((e) => b`<li>
            <strong>${e.entity_id ? C(this.hass, e.entity_id) : e.path}</strong>
            – ${e.reason}
          </li>`)}
      </ul>
    </section>` : y;
	}
};
_([D()], F.prototype, "executionId", void 0), _([D()], F.prototype, "name", void 0), _([d()], F.prototype, "preview", void 0), _([s("action-engine-confirm")], F.prototype, "confirm", void 0), F = _([u("action-engine-undo")], F);
// src/components/execution-buttons.ts
var Ke = {
	repeat: Te,
	retry_from: Ee
}, I = class extends A {
	constructor(...e) {
		super(...e), this.asked = "repeat", this.changed = () => {
			this.dispatchEvent(new CustomEvent("changed"));
		}, this.pause = () => this.act(Ce), this.resume = () => this.act(we), this.cancel = () => this.act(de), this.askRepeat = () => this.ask("repeat"), this.askRetry = () => this.ask("retry_from"), this.doAgain = () => this.attempt(async () => {
			let e = await Ke[this.asked](this.hass, this.account.execution_id);
			ne(v(e.execution_id));
		}), this.askUndo = () => this.attempt(() => this.undo.open());
	}
	static {
		this.styles = j;
	}
	render() {
		let { state: e, undo_of: t } = this.account;
		return b`<div class="actions">
        ${le.has(e) ? this.button("pause", this.pause) : y}
        ${e === "paused" ? this.button("resume", this.resume, "main") : y}
        ${pe.has(e) ? this.button("cancel", this.cancel, "danger") : y}
        ${e === "failed" ? this.button("retry_from", this.askRetry) : y}
        ${ae.has(e) && t === null ? this.button("repeat", this.askRepeat) : y}
        ${ge.has(e) ? this.button("undo", this.askUndo) : y}
      </div>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
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
		return b`<button class=${n} ?disabled=${this.busy} @click=${t}>
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
_([D({ attribute: !1 })], I.prototype, "account", void 0), _([d()], I.prototype, "asked", void 0), _([s("action-engine-confirm")], I.prototype, "confirm", void 0), _([s("action-engine-undo")], I.prototype, "undo", void 0), I = _([u("action-engine-execution-buttons")], I);
// src/plan/icons.ts
var qe = {
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
}, Je = {
	done: "M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M10 17L5 12L6.41 10.59L10 14.17L17.59 6.58L19 8L10 17Z",
	failed: "M12,2C17.53,2 22,6.47 22,12C22,17.53 17.53,22 12,22C6.47,22 2,17.53 2,12C2,6.47 6.47,2 12,2M15.59,7L12,10.59L8.41,7L7,8.41L10.59,12L7,15.59L8.41,17L12,13.41L15.59,17L17,15.59L13.41,12L17,8.41L15.59,7Z",
	skipped: "M17,13H7V11H17M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z",
	running: "M13,2.03V2.05L13,4.05C17.39,4.59 20.5,8.58 19.96,12.97C19.5,16.61 16.64,19.5 13,19.93V21.93C18.5,21.38 22.5,16.5 21.95,11C21.5,6.25 17.73,2.5 13,2.03M11,2.06C9.05,2.25 7.19,3 5.67,4.26L7.1,5.74C8.22,4.84 9.57,4.26 11,4.06V2.06M4.26,5.67C3,7.19 2.25,9.04 2.05,11H4.05C4.24,9.58 4.8,8.23 5.69,7.1L4.26,5.67M2.06,13C2.26,14.96 3.03,16.81 4.27,18.33L5.69,16.9C4.81,15.77 4.24,14.42 4.06,13H2.06M7.1,18.37L5.67,19.74C7.18,21 9.04,21.79 11,22V20C9.58,19.82 8.23,19.25 7.1,18.37M12.5,7V12.25L17,14.92L16.25,16.15L11,13V7H12.5Z",
	waiting: "M11 7V13L16.2 16.1L17 14.9L12.5 12.2V7H11M20 12V18H22V12H20M20 20V22H22V20H20M18 20C16.3 21.3 14.3 22 12 22C6.5 22 2 17.5 2 12S6.5 2 12 2C16.8 2 20.9 5.4 21.8 10H19.7C18.8 6.6 15.7 4 12 4C7.6 4 4 7.6 4 12S7.6 20 12 20C14.4 20 16.5 18.9 18 17.3V20Z",
	stopped: "M15,16H13V8H15M11,16H9V8H11M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z",
	unreached: "M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z"
}, Ye = (e) => {
	let t = Xe(e), n = [], r = (e) => n[e] ??= [], i = e.map((e, n) => r(t[n] ?? 0).push({
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
		layers: Ze(n),
		last: o
	};
}, Xe = (e) => {
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
}, Ze = (e) => {
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
}, L = 28, Qe = 16, R = 24, $e = 28, et = (e) => {
	let t = tt(e), n = {
		nodes: [],
		edges: [],
		labels: []
	};
	return t.draw(n, t.width / 2, 0), {
		width: t.width,
		height: t.height,
		...n
	};
}, tt = (e) => {
	let t = e.map(nt), n = t.reduce((e, t) => e + t.height, 0);
	return {
		width: Math.max($e, ...t.map((e) => e.width)),
		height: n + L * Math.max(0, t.length - 1),
		draw: (n, r, i) => {
			let a = i;
			t.forEach((t, i) => {
				let [o, s] = [e[i], e[i - 1]];
				o && s && z(n, [r, a - L], [r, a], s.path, o.path), t.draw(n, r, a), a += t.height + L;
			});
		}
	};
}, nt = (e) => {
	if (e.kind === "graph") return it(e, lt(e));
	let { branches: t } = e;
	if (!t.length) return rt(e);
	let n = t.find((t) => t.label === "finally" && e.kind === "try"), r = it(e, ct(e, t.filter((e) => e !== n)));
	return n ? at(r, n) : r;
}, rt = (e) => ({
	width: 184,
	height: 52,
	draw: (t, n, r) => {
		t.nodes.push({
			node: e,
			x: n - 92,
			y: r
		});
	}
}), it = (e, t) => ({
	width: Math.max(184, t.width),
	height: 52 + t.height,
	draw: (n, r, i) => {
		n.nodes.push({
			node: e,
			x: r - 92,
			y: i
		}), t.draw(n, r, i + 52);
	}
}), at = (e, t) => {
	let n = tt(t.steps);
	return {
		width: Math.max(e.width, n.width),
		height: e.height + R + n.height,
		draw: (r, i, a) => {
			e.draw(r, i, a);
			let o = a + e.height;
			z(r, [i, o], [i, o + R], t.path, t.path), r.labels.push({
				text: t.label,
				x: i,
				y: o + R / 2
			}), n.draw(r, i, o + R);
		}
	};
}, ot = /* @__PURE__ */ new Set([
	"call",
	"scene",
	"device",
	"tool"
]), st = /* @__PURE__ */ new Set(["if", "choose"]), ct = (e, t) => {
	let n = t.map((e) => tt(e.steps)), r = t.map((e) => e.label), i = r.includes("else") || r.includes("default"), a = ot.has(e.kind) || st.has(e.kind) && !i, o = e.kind === "repeat" ? 32 : 0, s = n.map((e, t) => Math.max(e.width + o, pt(r[t] ?? "")));
	a && s.unshift($e);
	let c = 52 + Math.max(0, ...n.map((e) => e.height)), l = c + L;
	return {
		width: dt(s),
		height: l,
		draw: (r, i, o) => {
			let u = ft(s, i), d = t.map((e) => e.path);
			if (a) {
				let t = u.shift() ?? i;
				z(r, [i, o], [t, o + L], e.path, null, d), z(r, [t, o + L], [t, o + c], e.path, null, d), z(r, [t, o + c], [i, o + l], e.path, null, d);
			}
			t.forEach((t, a) => {
				let [s, d] = [u[a] ?? i, n[a]], f = o + L + R;
				z(r, [i, o], [s, o + L], e.path, t.path), z(r, [s, o + L], [s, f], e.path, t.path), r.labels.push({
					text: t.label,
					x: s,
					y: o + L + R / 2
				}), d.draw(r, s, f);
				let ee = f + d.height;
				ee < o + c && z(r, [s, ee], [s, o + c], t.path, t.path), z(r, [s, o + c], [i, o + l], t.path, t.path), e.kind === "repeat" && mt(r, s + d.width / 2, [i, o], o + c, t.path);
			});
		}
	};
}, lt = (e) => {
	let t = e.branches.map((e) => e.steps[0]).filter((e) => e !== void 0), n = new Map(t.map((e, t) => [e.id, t])), { layers: r, last: i } = Ye(t.map((e) => e.depends_on.flatMap((e) => n.get(e) ?? []))), a = t.map(nt), o = (e) => a[e.node ?? -1], s = r.map((e) => e.map((e) => o(e)?.width ?? $e)), c = r.map((e) => Math.max(0, ...e.map((e) => o(e)?.height ?? 0))), l = c.reduce((e, t) => e + t + L, L);
	return {
		width: Math.max($e, ...s.map(dt)),
		height: l,
		draw: (n, a, u) => {
			let d = s.map((e) => ft(e, a)), f = [];
			c.reduce((e, t, n) => (f[n] = e, e + t + L), u + L);
			let ee = u + l;
			r.forEach((s, l) => {
				let [p, m] = [f[l] ?? u, c[l] ?? 0];
				s.forEach((s, c) => {
					let h = d[l]?.[c] ?? a, g = o(s), _ = t[s.node ?? -1];
					g && _ ? (g.draw(n, h, p), _.depends_on.length || z(n, [a, u], [h, p], e.path, _.path)) : z(n, [h, p], [h, p + m], "", ut(r, l, s, t));
					for (let e of s.next) {
						let i = r[l + 1]?.[e];
						if (!i) continue;
						let o = [d[l + 1]?.[e] ?? a, f[l + 1] ?? p], s = ut(r, l + 1, i, t);
						z(n, [h, p + (g?.height ?? m)], o, _?.path ?? "", s);
					}
					_ && i.includes(s.node ?? -1) && z(n, [h, p + (g?.height ?? 0)], [a, ee], _.path, _.path);
				});
			});
		}
	};
}, ut = (e, t, n, r) => {
	if (n.node !== null) return r[n.node]?.path ?? "";
	let i = e[t + 1]?.[n.next[0] ?? -1];
	return i ? ut(e, t + 1, i, r) : "";
}, dt = (e) => e.reduce((e, t) => e + t, 0) + Qe * Math.max(0, e.length - 1), ft = (e, t) => {
	let n = t - dt(e) / 2;
	return e.map((e) => {
		let t = n + e / 2;
		return n += e + Qe, t;
	});
}, pt = (e) => Math.min(184, 24 + e.length * 7), z = (e, [t, n], [r, i], a, o, s = []) => {
	let c = (n + i) / 2, l = t === r ? `M${B(t)} ${B(n)}V${B(i)}` : `M${B(t)} ${B(n)}C${B(t)} ${B(c)} ${B(r)} ${B(c)} ${B(r)} ${B(i)}`;
	e.edges.push({
		d: l,
		from: a,
		to: o,
		unless: s,
		back: !1
	});
}, mt = (e, t, [n, r], i, a) => {
	let o = t + Qe / 2, s = `M${B(n)} ${B(i)}H${B(o)}V${B(r + L / 2)}H${B(n)}`;
	e.edges.push({
		d: s,
		from: a,
		to: a,
		unless: [],
		back: !0
	});
}, B = (e) => Math.round(e * 10) / 10, ht = {
	succeeded: "done",
	fallback: "done",
	failed: "failed",
	skipped: "skipped",
	stopped: "stopped",
	started: "running",
	attempt_failed: "waiting",
	waiting: "waiting"
}, gt = {
	waiting: 3,
	running: 3,
	failed: 2,
	stopped: 1,
	done: 0,
	skipped: 0,
	unreached: 0
}, _t = (e) => e.replace(/(^|\/)repeat\/\d+\/(?=sequence\/)/g, "$1repeat/").replace(/(^|\/)remedy\/\d+\/(?=\d)/g, "$1remedy/"), vt = class {
	constructor(e, t = /* @__PURE__ */ new Map()) {
		this.places = t, this.stands = /* @__PURE__ */ new Map(), this.touched = /* @__PURE__ */ new Set();
		for (let t of e) this.add(t);
	}
	add({ path: e, status: t }) {
		let n = this.places.get(e) ?? _t(e);
		this.places.set(e, n);
		let r = ht[t] ?? "running", i = this.stands.get(n), a = (i?.count ?? 0) + 1;
		i !== void 0 && gt[i.standing] > gt[r] ? this.stands.set(n, {
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
}, yt = e`
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
`, bt = /* @__PURE__ */ new Set([
	"call",
	"tool",
	"scene"
]), V = class extends A {
	constructor(...e) {
		super(...e), this.outline = [], this.steps = null, this.selected = null, this.focused = 0, this.layout = et([]), this.standings = new vt([]), this.places = /* @__PURE__ */ new Map(), this.move = (e) => {
			let t = [...this.renderRoot.querySelectorAll("button.node")], n = t.indexOf(e.target), r = xt[e.key];
			if (n < 0 || r === void 0) return;
			let i = Math.min(Math.max(n + r, 0), t.length - 1);
			e.preventDefault(), this.focused = i, t[i]?.focus();
		};
	}
	static {
		this.styles = [j, yt];
	}
	willUpdate(e) {
		e.has("outline") && (this.layout = et(this.outline), this.focused = 0), e.has("steps") && (this.standings = new vt(this.steps ?? [], this.places));
	}
	render() {
		let { width: e, height: t, nodes: n, edges: r, labels: i } = this.layout;
		return b`<div
      class="scroll"
      role="group"
      aria-label=${this.t("graph")}
      @keydown=${this.move}
    >
      <div class="paper" style="width:${e}px;height:${t}px">
        <svg class="ways" width=${e} height=${t} aria-hidden="true">
          ${r.map((e) => this.way(e))}
        </svg>
        ${i.map(({ text: e, x: t, y: n }) => b`<span class="label" style="left:${t}px;top:${n}px">
              ${this.word("branch", e)}
            </span>`)}
        ${n.map((e, t) => this.node(e, t))}
      </div>
    </div>`;
	}
	way({ d: e, from: t, to: n, unless: r, back: i }) {
		let { standings: a } = this, o = n === null ? a.isReached(t) && a.of(t)?.standing === "done" && !r.some((e) => a.isReached(e)) : a.isReached(n) && (!t || a.isReached(t)), s = i ? this.hasTurned(n ?? "") : o;
		return g`<path class="${s ? "taken" : ""} ${i ? "back" : ""}" d=${e}></path>`;
	}
	hasTurned(e) {
		return this.layout.nodes.some(({ node: t }) => t.path.startsWith(`${e}/`) && (this.standings.of(t.path)?.count ?? 0) > 1);
	}
	node({ node: e, x: t, y: n }, r) {
		let i = this.standings.of(e.path), a = i?.standing ?? "unreached", [o, s] = this.names(e);
		return b`<button
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
      ${St(qe[e.kind] ?? qe.native, "kind")}
      <span class="what">
        <span>${o}</span>
        ${s ? b`<small><span>${s}</span></small>` : y}
      </span>
      ${(i?.count ?? 0) > 1 ? b`<span class="count" aria-hidden="true">${E(this.hass, i?.count ?? 0)}×</span>` : y}
      ${this.steps === null ? y : St(Je[a], "mark")}
    </button>`;
	}
	names(e) {
		let t = bt.has(e.kind), n = this.word("kind", e.kind), r = t ? T(e.title) : n, i = (e.targets ?? []).map((e) => C(this.hass, e)).join(", "), a = e.id !== null && e.depends_on.length ? e.id : "", o = t ? i || a : this.rest(e);
		return e.enabled === !1 ? [e.alias ?? r, this.t("graph.disabled")] : e.alias === null ? [r, o] : [e.alias, [r, i].filter(Boolean).join(" – ")];
	}
	rest({ kind: e, title: t }) {
		let n = e === "delay" ? /^([\d.]+) s$/.exec(t)?.[1] : void 0;
		return n === void 0 ? t === e || /^\d+$/.test(t) ? "" : t : O(this.hass, Number(n));
	}
	spoken(e, t, n) {
		if (this.steps === null) return [e, t].filter(Boolean).join(", ");
		let r = n === void 0 ? this.t("graph.unreached") : this.word("step.status", n.status), i = n?.count ?? 0;
		return [
			e,
			t,
			r,
			i > 1 ? this.t("graph.times", { count: E(this.hass, i) }) : ""
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
_([D({ attribute: !1 })], V.prototype, "outline", void 0), _([D({ attribute: !1 })], V.prototype, "steps", void 0), _([D()], V.prototype, "selected", void 0), _([d()], V.prototype, "focused", void 0), V = _([u("action-engine-graph")], V);
var xt = {
	ArrowDown: 1,
	ArrowRight: 1,
	ArrowUp: -1,
	ArrowLeft: -1,
	Home: -Infinity,
	End: Infinity
}, St = (e, t) => b`<svg class=${t} viewBox="0 0 24 24" aria-hidden="true"><path d=${e ?? ""}></path></svg>`, Ct = (e) => {
	let t = /* @__PURE__ */ new Map(), n = (e) => {
		let n = t.get(e) ?? {
			entityId: e,
			before: null,
			after: null
		};
		return t.set(e, n), n;
	};
	for (let { kind: t, data: r } of e) if (t === "intent") for (let [e, t] of wt(r, "before")) n(e).before ??= t;
	else if (t === "result" || t === "raised") for (let [e, t] of wt(r, "after")) n(e).after = t ?? n(e).after;
	return [...t.values()].filter((e) => e.before !== null || e.after !== null);
}, wt = (e, t) => {
	let n = H(e) ? e[t] : null;
	return H(n) ? Object.entries(n).map(([e, t]) => [e, H(t) && typeof t.state == "string" ? {
		state: t.state,
		attributes: H(t.attributes) ? t.attributes : {}
	} : null]) : [];
}, Tt = (e, t) => {
	if (t === null) return [];
	let n = (e) => typeof e == "string" ? e : JSON.stringify(e);
	return Object.entries(t.attributes).filter(([, e]) => e != null).filter(([t, r]) => n(r) !== n(e?.attributes[t] ?? null)).map(([e, t]) => [e, n(t)]);
}, Et = (e, t) => ({
	state: e.state,
	attributes: Object.fromEntries(Object.keys(t.attributes).map((t) => [t, e.attributes[t] ?? null]))
}), H = (e) => typeof e == "object" && !!e && !Array.isArray(e), Dt = class extends A {
	constructor(...e) {
		super(...e), this.timeline = [], this.changes = [];
	}
	static {
		this.styles = [j, e`
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
        white-space: nowrap;
        overflow-wrap: normal;
      }
      small {
        display: block;
      }
    `];
	}
	willUpdate(e) {
		e.has("timeline") && (this.changes = Ct(this.timeline));
	}
	render() {
		let { changes: e } = this;
		return e.length ? b`<div class="scroll">
      <table>
        <thead>
          <tr>
            ${[
			"states.device",
			"states.before",
			"states.after",
			"states.now"
		].map((e) => b`<th scope="col">${this.t(e)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${e.map((e) => this.row(e))}
        </tbody>
      </table>
    </div>` : b`<p class="quiet">${this.t("states.none")}</p>`;
	}
	row({ entityId: e, before: t, after: n }) {
		return b`<tr>
      <th scope="row" title=${e}>${C(this.hass, e)}</th>
      <td>${this.seen(e, t, n)}</td>
      <td>${this.seen(e, n, t)}</td>
      <td>${this.now(e, n)}</td>
    </tr>`;
	}
	now(e, t) {
		let n = this.hass.states[e];
		if (n === void 0) return this.t("states.gone");
		if (t === null) return this.stateText(e, n.state);
		let r = Et(n, t), i = r.state !== t.state || Tt(t, r).length > 0;
		return b`${this.seen(e, r, t)}
    ${i ? b`<small class="quiet">${this.t("states.moved")}</small>` : y}`;
	}
	seen(e, t, n) {
		return t === null ? this.t("states.unknown") : b`${this.stateText(e, t.state)}
    ${Tt(n, t).map(([e, t]) => b`<small class="quiet">${e.replaceAll("_", " ")} ${t}</small>`)}`;
	}
	stateText(e, t) {
		let n = this.hass.states[e];
		return (n && this.hass.formatEntityState?.(n, t)) ?? t;
	}
};
_([D({ attribute: !1 })], Dt.prototype, "timeline", void 0), Dt = _([u("action-engine-states")], Dt);
// node_modules/lit-html/directives/guard.js
var Ot = {}, kt = ve(class extends oe {
	constructor() {
		super(...arguments), this.ot = Ot;
	}
	render(e, t) {
		return t();
	}
	update(e, [t, n]) {
		if (Array.isArray(t)) {
			if (Array.isArray(this.ot) && this.ot.length === t.length && t.every((e, t) => e === this.ot[t])) return ie;
		} else if (this.ot === t) return ie;
		return this.ot = Array.isArray(t) ? Array.from(t) : t, this.render(t, n);
	}
}), U = (e) => Math.floor(Date.parse(e) / 1e3) + Number(/\.\d+/.exec(e)?.[0] ?? 0), At = class {
	constructor(e, t, n) {
		this.isNeeded = t, this.tick = n, this.frame = 0, this.shown = 0, this.beat = (e) => {
			if (this.frame = 0, !this.isNeeded()) return;
			let t = jt() ? 1e3 : 0;
			e - this.shown >= t && (this.shown = e, this.tick()), this.frame = requestAnimationFrame(this.beat);
		}, e.addController(this);
	}
	hostUpdated() {
		this.isNeeded() && !this.frame && (this.frame = requestAnimationFrame(this.beat));
	}
	hostDisconnected() {
		cancelAnimationFrame(this.frame), this.frame = 0;
	}
}, jt = () => matchMedia("(prefers-reduced-motion: reduce)").matches, Mt = {
	succeeded: "done",
	fallback: "done",
	skipped: "done",
	failed: "broken",
	stopped: "broken"
}, Nt = (e) => e.status in Mt, Pt = class {
	constructor(e) {
		this.timeline = e, this.firsts = /* @__PURE__ */ new Map(), this.intents = /* @__PURE__ */ new Map(), this.ends = /* @__PURE__ */ new Map();
		for (let t of e) this.firsts.has(t.path) || this.firsts.set(t.path, t), t.kind === "intent" && !this.intents.has(t.path) && this.intents.set(t.path, t), (t.kind === "result" || t.kind === "raised") && this.ends.set(t.path, t);
	}
}, Ft = (e, t = new Pt(e.timeline)) => {
	let n = U(e.started ?? e.created), r = e.ended === null ? null : Math.max(U(e.ended) - n, 1e-4), i = It(e, t), a = Rt(i, t);
	return {
		bars: i.map((e) => {
			let i = a.get(e.path), o = i === void 0 ? null : Math.max(i - n, 0);
			return {
				step: e,
				sent: Ht(t.intents.get(e.path)?.data),
				segments: o === null ? [] : zt(e, Math.min(o, r ?? o))
			};
		}),
		begin: n,
		seconds: r
	};
}, It = (e, t) => {
	let n = e.steps ?? [], r = new Set(n.map((e) => e.path)), i = [];
	for (let [e, n] of t.intents) r.has(e) || i.push(Lt(e, n, t.ends.get(e)));
	return [...n, ...i];
}, Lt = (e, t, n) => {
	let r = Ut(t.data) ?? {}, i = r.targets;
	return {
		path: e,
		action: `${String(r.domain)}.${String(r.service)}`,
		status: n === void 0 ? "started" : n.kind === "result" ? "succeeded" : "failed",
		duration: n === void 0 ? 0 : U(n.at) - U(t.at),
		targets: Array.isArray(i) ? i.map(String) : []
	};
}, Rt = (e, t) => {
	let n = /* @__PURE__ */ new Map();
	for (let { path: r, began: i } of e) {
		let e = i ?? t.firsts.get(r)?.at;
		if (e === void 0) continue;
		let a = U(e);
		n.set(r, Math.min(a, n.get(r) ?? a));
		for (let e = r.lastIndexOf("/"); e > 0; e = r.lastIndexOf("/", e - 1)) {
			let t = r.slice(0, e);
			n.set(t, Math.min(a, n.get(t) ?? a));
		}
	}
	return n;
}, zt = (e, t) => {
	let n = Nt(e), r = n ? t + e.duration : Infinity, i = [], a = t, o = (e, t) => {
		let o = t === null ? null : Math.min(t, r - a);
		o !== null && o < 0 || (i.push({
			part: e,
			start: a,
			length: o,
			open: !n
		}), a += o ?? 0);
	};
	for (let t of e.failures ?? []) o("failed", t.duration), t.delay !== null && o("waiting", t.delay);
	return n ? o(Mt[e.status] ?? "done", r - a) : o(e.status === "waiting" ? "waiting" : "running", null), i;
}, Bt = ({ start: e, length: t, open: n }) => {
	let r = Vt(e);
	if (!n && t !== null) return `left:min(calc(100%*${r}/var(--axis)),100% - 3px);width:calc(100%*${Vt(t)}/var(--axis))`;
	let i = `max(0,var(--now) - ${r})`;
	return `left:calc(100%*min(${r},var(--now))/var(--axis));width:calc(100%*${t === null ? i : `min(${Vt(t)},${i})`}/var(--axis))`;
}, Vt = (e) => e.toFixed(6), Ht = (e) => Ut(e)?.data ?? null, Ut = (e) => typeof e == "object" && e ? e : null, Wt = (e, t = []) => t.map((t) => C(e, t)).join(", ") || null, Gt = (e, t = []) => t.map((t, n) => {
	let r = Wt(e, t.targets), i = O(e, t.duration);
	return `${n + 1}. ${t.error} (${i})${r ? ` – ${r}` : ""}`;
}).join("\n") || null, Kt = (e, { step: t, sent: n }) => {
	let i = (t) => r(e.locale.language, t), a = (e, t) => t == null ? y : b`<dt>${i(e)}</dt>
          <dd><pre>${ce(t)}</pre></dd>`, o = t.seen === void 0 ? null : i(t.seen ? "step.seen_yes" : "step.seen_no");
	return b`<dl>
    ${a("step.targets", Wt(e, t.targets))} ${a("step.sent", n)}
    ${a("step.response", t.response)} ${a("step.expected", t.expected)}
    ${a("step.seen", o)} ${a("step.failures", Gt(e, t.failures))}
    ${a("step.error", t.error)} ${a("step.note", t.note)}
    ${a("step.path", t.path)}
  </dl>`;
}, qt = e`
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
`, Jt = 40, W = class extends A {
	constructor(...e) {
		super(...e), this.now = () => Date.now() / 1e3, this.open = /* @__PURE__ */ new Set(), this.made = Jt, this.index = new Pt([]), this.chart = {
			bars: [],
			begin: 0,
			seconds: 0
		}, this.making = 0, this.clock = new At(this, () => this.chart.seconds === null, () => {
			this.setTime();
		});
	}
	static {
		this.styles = [
			j,
			qt,
			e`
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
		t !== this.index.timeline && (this.index = new Pt(t)), this.chart = Ft(this.account, this.index);
	}
	updated() {
		this.setTime(), this.made >= this.chart.bars.length || this.making || (this.making = requestAnimationFrame(() => {
			this.making = 0, this.made += Jt;
		}));
	}
	setTime() {
		let { begin: e, seconds: t } = this.chart, n = Math.max(t ?? this.now() - e, 1e-4);
		this.style.setProperty("--now", n.toFixed(4)), this.style.setProperty("--axis", n.toFixed(4));
	}
	render() {
		let { bars: e, seconds: t } = this.chart;
		if (!e.length) return b`<p class="quiet">${this.t("execution.no_steps")}</p>`;
		let n = Math.max(0, (this.account.steps_omitted ?? 0) - (e.length - (this.account.steps?.length ?? 0))), { locale: r } = this.hass;
		return b`${k(e.slice(0, this.made), (e) => e.step.path, (e) => kt([...this.facts(e), r], () => this.row(e)))}
      <p class="quiet">${t === null ? y : b`0 – ${O(this.hass, t)}`}</p>
      ${n ? b`<p>${this.t("execution.omitted", { count: E(this.hass, n) })}</p>` : y}`;
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
		return b`<details
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
          >${e.segments.map((e) => b`<span class=${e.part} style=${Bt(e)}></span>`)}</span
        >
      </summary>
      ${n ? Kt(this.hass, e) : y}
    </details>`;
	}
	standing(e) {
		let t = [this.word("step.status", e.status)], n = e.failures?.at(-1)?.delay;
		e.status === "attempt_failed" && typeof n == "number" && t.push(this.t("step.again", { time: O(this.hass, n) })), e.duration && t.push(O(this.hass, e.duration));
		let r = e.attempts ?? 0;
		return r > 1 && t.push(this.t("step.attempts", { count: E(this.hass, r) })), t.join(" · ");
	}
	toggled(e, t) {
		let n = t instanceof HTMLDetailsElement && t.open;
		if (n === this.open.has(e)) return;
		let r = new Set(this.open);
		n ? r.add(e) : r.delete(e), this.open = r, n && this.dispatchEvent(new CustomEvent("step-opened", { detail: { path: e } }));
	}
};
_([D({ attribute: !1 })], W.prototype, "account", void 0), _([D({ attribute: !1 })], W.prototype, "now", void 0), _([d()], W.prototype, "open", void 0), _([d()], W.prototype, "made", void 0), W = _([u("action-engine-steps")], W);
// src/live-account.ts
var Yt = /* @__PURE__ */ new Set([
	"queued",
	"executing",
	"retrying",
	"paused"
]), Xt = (e) => e.kind === "step", Zt = (e) => e.kind === "execution", Qt = class {
	constructor(e, t = null, n = Date.now() / 1e3) {
		this.loaded = e, this.places = /* @__PURE__ */ new Map(), this.steps = $t(e.steps ?? [], t?.steps ?? []), this.steps.forEach((e, t) => this.places.set(e.path, t)), this.state = e.state;
		let r = e.timeline.at(-1)?.at ?? e.created;
		this.ahead = Math.max(0, U(r) - n);
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
		return Xt(e) ? (this.heardStep(e, t), !0) : !Zt(e) || !Yt.has(e.state) || !Yt.has(this.state) ? !1 : (this.state = e.state, this.loaded.started !== null);
	}
	heardStep(e, t) {
		let n = this.places.get(e.path), r = en(n === void 0 ? void 0 : this.steps[n], e);
		n === void 0 ? (this.places.set(e.path, this.steps.length), this.steps.push(r)) : this.steps[n] = r, (e.status === "started" || e.duration) && (this.ahead = U(e.began) + e.duration - t);
	}
}, $t = (e, t) => {
	let n = new Map(t.map((e) => [e.path, e]));
	return [...e.map((e) => {
		let t = n.get(e.path)?.began;
		return n.delete(e.path), t === void 0 ? e : {
			...e,
			began: t
		};
	}), ...n.values()];
}, en = (e, t) => {
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
}, G = class extends A {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.unreached = !1, this.following = null, this.meanwhile = null, this.heardMore = !1, this.live = new S(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId && !this.hear(e)), this.now = () => this.following?.now() ?? Date.now() / 1e3, this.changed = () => this.load(), this.opened = () => {
			this.account?.ended === null && this.load();
		}, this.selected = (e) => {
			let { path: t } = e.detail;
			this.unreached = t === null, t !== null && this.chart?.show(t);
		};
	}
	static {
		this.styles = [j, e`
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
			let n = await Se(this.hass, e);
			if (this.meanwhile === t && (this.meanwhile = null), e === this.executionId) {
				this.following = new Qt(n, this.following);
				for (let e of t) this.following.hear(e);
				this.account = this.following.account;
			}
		});
	}
	willUpdate(e) {
		e.has("hass") && !nn(this.steady, this.hass) && (this.steady = this.hass), e.get("executionId") ? (this.account = this.following = null, this.unreached = !1, this.load()) : this.heardMore && this.following !== null && (this.account = this.following.account), this.heardMore = !1;
	}
	render() {
		return b`<a href="${n}/executions" @click=${c}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      ${this.account === null ? b`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>` : this.whole(this.account)}`;
	}
	whole(e) {
		return b`${this.head(e)}
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
		return b`<section class="card">
      <header>
        <h2><bdi>${x(e.name)}</bdi></h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
      </header>
      <p class="quiet">
        ${w(this.hass, e.created)}
        ${e.duration === null ? y : b`· ${O(this.hass, e.duration)}`}
      </p>
      ${this.outcome(e)}
      <action-engine-execution-buttons
        .hass=${this.steady}
        .account=${e}
        @changed=${this.changed}
      ></action-engine-execution-buttons>
    </section>`;
	}
	outcome({ ended: e, final_answer: t, error_message: n }) {
		let r = e === null ? "" : t ?? "", i = n !== null && r.includes(n);
		return b`${r ? b`<p class=${i ? "problem" : ""}>${x(r)}</p>` : y}
    ${n === null || i ? y : b`<p class="problem">${x(n)}</p>`}`;
	}
	verdict(e) {
		let { verdict: t } = e;
		return !t?.decision || t.decision === "allow" && !t.reasons?.length ? y : b`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", t.decision)}</p>
      <ul>
        ${(t.reasons ?? []).map((e) => b`<li>${e.text}</li>`)}
      </ul>
    </section>`;
	}
	plan({ plan: e, plan_missing: t, steps: n }) {
		return !e && !t ? y : b`<section class="card" aria-labelledby="plan">
      <h2 id="plan">${this.t("graph.title")}</h2>
      ${e ? b`<action-engine-graph
            .hass=${this.steady}
            .outline=${e.steps}
            .steps=${n ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>` : b`<p class="quiet">${this.t("graph.missing", { reason: t ?? "" })}</p>`}
      ${e?.truncated ? b`<p class="quiet">
            ${this.t("graph.cut", {
			shown: E(this.hass, Math.min(e.size, rn)),
			count: E(this.hass, e.size)
		})}
          </p>` : y}
      <p role="status" class="quiet">${this.unreached ? this.t("graph.not_reached") : ""}</p>
    </section>`;
	}
};
_([D()], G.prototype, "executionId", void 0), _([d()], G.prototype, "account", void 0), _([d()], G.prototype, "unreached", void 0), _([s("action-engine-steps")], G.prototype, "chart", void 0), G = _([u("action-engine-execution")], G);
var tn = [
	"locale",
	"user",
	"entities",
	"devices",
	"areas"
], nn = (e, t) => e !== void 0 && tn.every((n) => e[n] === t[n]), rn = 500, an = {
	name: "name",
	policy: "policy",
	entity: "entity_id",
	action: "action"
}, on = (e) => {
	let t = new URLSearchParams(e), n = {}, r = t.getAll("state").filter((e) => me.includes(e));
	r.length && (n.states = r);
	for (let [e, r] of Object.entries(an)) {
		let i = t.get(e)?.trim();
		i && (n[r] = i);
	}
	let i = t.get("by");
	i && _e.includes(i) && (n.asked_by = i);
	for (let e of ["since", "until"]) {
		let r = Date.parse(t.get(e) ?? "");
		Number.isNaN(r) || (n[e] = new Date(r).toISOString());
	}
	return n;
}, sn = (e) => {
	let t = new URLSearchParams();
	for (let n of e.states ?? []) t.append("state", n);
	for (let [n, r] of Object.entries(an)) {
		let i = e[r];
		i && t.set(n, i);
	}
	e.asked_by && t.set("by", e.asked_by), e.since && t.set("since", e.since), e.until && t.set("until", e.until);
	let n = t.toString();
	return n ? `?${n}` : "";
}, cn = 6e4, ln = (e, t) => {
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
}, un = (e, t) => {
	let n = Date.parse(t);
	return Number.isNaN(n) ? "" : new Date(ln(e, n)).toISOString().slice(0, 16);
}, dn = (e, t) => {
	let n = Date.parse(`${t}Z`);
	if (Number.isNaN(n)) return "";
	let r = n;
	for (let t = 0; t < 2; t += 1) r += n - ln(e, Math.floor(r / cn) * cn);
	return new Date(r).toISOString();
}, K = class extends A {
	constructor(...e) {
		super(...e), this.filter = {}, this.policies = [], this.apply = (e) => {
			e.preventDefault();
			let t = new FormData(e.currentTarget), n = new URLSearchParams();
			for (let [e, r] of t) typeof r == "string" && n.append(e, r);
			for (let e of ["since", "until"]) n.set(e, dn(this.hass, n.get(e) ?? ""));
			let r = sn(on(n.toString()));
			fn() && (this.details.open = !1), this.dispatchEvent(new CustomEvent("wanted", { detail: r }));
		};
	}
	static {
		this.styles = [j, e`
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
		return b`<details ?open=${t > 0 && !fn()}>
      <summary>
        ${t ? this.t("filter.some", { count: t }) : this.t("filter")}
      </summary>
      <form @submit=${this.apply}>
        <fieldset>
          <legend>${this.t("filter.state")}</legend>
          ${me.map((t) => b`<label>
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
          <a href="${n}/executions" @click=${c}>${this.t("filter.clear")}</a>
        </div>
      </form>
    </details>`;
	}
	text(e, t, n = "") {
		return b`<label>
      ${this.t(t)}
      <input name=${e} maxlength="255" autocomplete="off" .value=${n} />
    </label>`;
	}
	time(e, t, n = "") {
		let r = un(this.hass, n);
		return b`<label>
      ${this.t(t)}
      <input type="datetime-local" name=${e} .value=${r} />
    </label>`;
	}
	choice(e, t, n, r) {
		return b`<label>
      ${this.t(t)}
      <select name=${e}>
        <option value="" ?selected=${n === void 0}>${this.t("filter.all")}</option>
        ${r.map(([e, t]) => b`<option value=${e} ?selected=${e === n}>${t}</option>`)}
      </select>
    </label>`;
	}
	askers() {
		return _e.map((e) => [e, this.word("asked_by", e)]);
	}
	policyNames() {
		return this.policies.map((e) => [e.policy_id, e.name]);
	}
};
_([D({ attribute: !1 })], K.prototype, "filter", void 0), _([D({ attribute: !1 })], K.prototype, "policies", void 0), _([s("details")], K.prototype, "details", void 0), K = _([u("action-engine-filter")], K);
var fn = () => window.innerWidth <= 600, pn = /* @__PURE__ */ new Set([
	"failed",
	"unknown",
	"denied"
]), mn = class extends A {
	constructor(...e) {
		super(...e), this.rows = [], this.policies = [];
	}
	static {
		this.styles = [j, e`
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
        border-color: var(--error-color, #db4437);
      }
      a {
        display: inline-block;
        padding: 2px 0;
      }
    `];
	}
	render() {
		let { rows: e, policies: t } = this, { locale: n } = this.hass;
		return b`<ul class="card">
      ${kt([
			e,
			t,
			n
		], () => k(e, (e) => e.execution_id, (e) => b`<li>
            ${kt([
			e,
			t,
			n
		], () => this.row(e))}
          </li>`))}
    </ul>`;
	}
	row(e) {
		return b`<div class="line">
      <span>
        <a href=${v(e.execution_id)} @click=${c}><bdi>${x(e.name)}</bdi></a>
        ${e.error_message ? b`<br /><small class="quiet"><bdi>${x(e.error_message)}</bdi></small>` : y}
        ${this.source(e)}
      </span>
      <span>
        <span class="badge ${pn.has(e.state) ? "failed" : ""}">
          ${this.word("state", e.state)}
        </span>
        <small class="quiet">
          ${w(this.hass, e.created)}
          ${e.duration === null ? y : `· ${O(this.hass, e.duration)}`}
        </small>
      </span>
    </div>`;
	}
	source(e) {
		let t = this.policies.find((t) => t.policy_id === e.policy)?.name, n = [e.origin ? C(this.hass, e.origin) : null, t].filter((e) => e != null);
		return n.length ? b`<br /><small class="quiet">
        ${n.map((e, t) => b`${t ? " · " : y}<bdi>${e}</bdi>`)}
      </small>` : y;
	}
};
_([D({ attribute: !1 })], mn.prototype, "rows", void 0), _([D({ attribute: !1 })], mn.prototype, "policies", void 0), mn = _([u("action-engine-rows")], mn);
var hn = (e, t) => {
	let [n] = e.rows, r = t.executions.at(-1);
	if (!n || !r || t.next !== null && r.execution_id > n.execution_id) return {
		rows: t.executions,
		next: t.next
	};
	let i = t.next === null ? [] : e.rows.filter((e) => e.execution_id < r.execution_id), a = new Map(e.rows.map((e) => [e.execution_id, e]));
	return {
		rows: [...t.executions.map((e) => bn(a.get(e.execution_id), e)), ...i],
		next: i.length ? e.next : t.next
	};
}, gn = (e, t) => {
	let n = e.rows[0]?.execution_id ?? "";
	return t.executions.filter((e) => e.execution_id > n).length;
}, _n = (e, t) => ({
	rows: [...e.rows, ...t.executions].slice(-2e3),
	next: t.next
}), vn = (e, t) => e.some((e) => yn(e, t)) ? e.map((e) => {
	let n = t.get(e.execution_id);
	return n === void 0 || n === e.state ? e : {
		...e,
		state: n
	};
}) : e, yn = (e, t) => {
	let n = t.get(e.execution_id);
	return n !== void 0 && n !== e.state;
}, bn = (e, t) => e && JSON.stringify(e) === JSON.stringify(t) ? e : t, xn = 50, Sn = `${n}/executions`, q = class extends A {
	constructor(...e) {
		super(...e), this.shown = null, this.waiting = null, this.filter = on(location.search), this.policies = null, this.asked = 0, this.heard = /* @__PURE__ */ new Map(), this.live = new S(this, ["subscribe"], () => this.load(), (e) => this.hear(e)), this.look = (e) => {
			ne(`${Sn}${e.detail}`);
		}, this.follow = () => {
			let e = on(location.search), t = sn(e) === sn(this.filter);
			location.pathname !== Sn || t || (this.filter = e, this.begin());
		}, this.newest = () => {
			this.begin(), window.scrollTo({ top: 0 });
		}, this.older = () => this.attempt(async () => {
			let { asked: e, shown: t } = this;
			if (!t) return;
			let n = {
				...this.filter,
				limit: xn,
				before: t.next ?? ""
			}, r = await ue(this.hass, n);
			e === this.asked && (this.shown = _n(this.shown ?? t, r));
		});
	}
	static {
		this.styles = [j, e`
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
			let [t, n] = await Promise.all([ue(this.hass, {
				...this.filter,
				limit: xn
			}), this.policies ?? this.loadPolicies()]);
			e === this.asked && (this.policies = n, this.take(t));
		});
	}
	async loadPolicies() {
		return (await m(this.hass)).policies;
	}
	take(e) {
		let t = this.shown;
		t === null || !this.isRead() ? (this.shown = t === null ? {
			rows: e.executions,
			next: e.next
		} : hn(t, e), this.waiting = null) : (this.waiting = gn(t, e) ? e : null, this.shown = {
			...t,
			rows: vn(t.rows, this.heard)
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
		return b`<action-engine-filter
        .hass=${this.hass}
        .filter=${this.filter}
        .policies=${this.policies ?? []}
        @wanted=${this.look}
      ></action-engine-filter>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      <div class="new" role="status">${this.news()}</div>
      ${this.shown?.rows.length ? b`<action-engine-rows
            .hass=${this.hass}
            .rows=${this.shown.rows}
            .policies=${this.policies ?? []}
          ></action-engine-rows>` : b`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.shown?.next ? b`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>` : y}`;
	}
	news() {
		let { shown: e, waiting: t } = this;
		if (e && t) {
			let n = gn(e, t), r = n === t.executions.length && t.next !== null ? "executions.new_many" : "executions.new";
			return b`<button @click=${this.newest}>
        ${this.t(r, { count: E(this.hass, n) })}
      </button>`;
		}
		return e && e.rows.length >= 2e3 ? b`<button @click=${this.newest}>${this.t("executions.newest")}</button>` : y;
	}
	standing() {
		return this.shown === null ? this.problem ? "" : this.t("loading") : this.t("executions.none");
	}
	begin() {
		this.asked += 1, this.shown = null, this.waiting = null, this.load();
	}
};
_([d()], q.prototype, "shown", void 0), _([d()], q.prototype, "waiting", void 0), _([d()], q.prototype, "filter", void 0), _([d()], q.prototype, "policies", void 0), _([s("action-engine-rows")], q.prototype, "list", void 0), q = _([u("action-engine-executions")], q);
// src/components/first-steps.ts
var Cn = "https://github.com/action-engine/action_engine/blob/main/docs", wn = class extends A {
	constructor(...e) {
		super(...e), this.tryView = "";
	}
	static {
		this.styles = [j, e`
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
		return b`<section class="card" aria-labelledby="first">
      <h2 id="first">${this.t("first")}</h2>
      <p>${this.t("first.what")}</p>
      <ol>
        <li>
          <a href="${n}/${this.tryView}" @click=${c}>${this.t("first.try")}</a>
        </li>
        ${this.step("calling", "first.calling")} ${this.step("let-an-ai-act", "first.agent")}
        ${this.step("approve-on-the-phone", "first.phone")}
      </ol>
    </section>`;
	}
	step(e, t) {
		return b`<li>
      <a href="${Cn}/how-to/${e}.md" target="_blank" rel="noreferrer">${this.t(t)}</a>
    </li>`;
	}
};
_([D()], wn.prototype, "tryView", void 0), wn = _([u("action-engine-first-steps")], wn);
// src/day-name.ts
var Tn = ({ locale: e }, t) => new Intl.DateTimeFormat(e.language, {
	weekday: "short",
	day: "numeric",
	month: "short",
	timeZone: "UTC"
}).format(/* @__PURE__ */ new Date(`${t}T12:00:00Z`)), En = class extends A {
	static {
		this.styles = [j, e`
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
		let { name: e, status: t, settings: n, rollout: r } = this.policy, i = r?.percentage ?? n?.trust.canary_percentage ?? 0, a = t === "canary" ? i : null;
		return b`<div class="line">
        <bdi>${x(e)}</bdi>
        <span class="badge ${t}" style=${a === null ? "" : `--share:${a}%`}>
          ${this.status(a)}
        </span>
      </div>
      ${this.rollout()} ${this.limits()}`;
	}
	status(e) {
		return e !== null && this.policy.settings ? this.t("status.canary_share", { share: fe(this.hass, e) }) : this.word("status", this.policy.status);
	}
	rollout() {
		let { rollout: e } = this.policy;
		if (e === void 0) return y;
		let t = {
			stage: E(this.hass, e.stage),
			stages: E(this.hass, e.stages)
		};
		return b`<small class="quiet">
      ${this.t("rollout.stage", t)}
      ${e.next === null ? y : this.t("rollout.next", { day: Tn(this.hass, e.next) })}
    </small>`;
	}
	limits() {
		let { left: e, settings: t } = this.policy;
		return [
			e.hour_left,
			e.day_left,
			e.budget_left ?? null
		].every((e) => e === null) ? b`<small class="quiet">${this.t("left.none")}</small>` : b`<div class="meters">
      ${this.limit("left.hour", e.hour_left, t?.limits.max_per_hour)}
      ${this.limit("left.day", e.day_left, t?.limits.max_per_day)}
      ${this.limit("left.budget", e.budget_left ?? null, t?.limits.budget)}
    </div>`;
	}
	limit(e, t, n) {
		if (t === null) return y;
		let r = this.t(e, { left: E(this.hass, t) });
		return b`<div>
      <small class="quiet">${r}</small>
      ${n ? this.meter(r, t, n) : y}
    </div>`;
	}
	meter(e, t, n) {
		let r = Math.min(Math.max(t / n, 0), 1);
		return b`<div
      class="meter ${r <= .2 ? "low" : ""}"
      role="img"
      aria-label=${e}
    >
      <span style="width:${r * 100}%"></span>
    </div>`;
	}
};
_([D({ attribute: !1 })], En.prototype, "policy", void 0), En = _([u("action-engine-policy")], En);
// src/progress.ts
var Dn = (e, t) => {
	let n = e.counts?.steps ?? 0, r = e.known_steps ?? null, { started: i } = e.times;
	return {
		steps: n,
		known: r === null || r < n || r === 0 ? null : r,
		seconds: i === null ? null : Math.max((t - Date.parse(i)) / 1e3, 0)
	};
}, On = 8, kn = class extends A {
	constructor(...e) {
		super(...e), this.running = [], this.now = Date.now();
	}
	static {
		this.styles = [j, e`
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
		if (!this.running.length) return b`<p class="quiet">${this.t("running.none")}</p>`;
		let e = this.running.length - On;
		return b`<ul>
        ${this.running.slice(0, On).map((e) => b`<li>${this.line(e)}</li>`)}
      </ul>
      ${e > 0 ? b`<p class="quiet">
            ${this.t("approval.more", { count: E(this.hass, e) })}
          </p>` : y}`;
	}
	line(e) {
		let { steps: t, known: n, seconds: r } = Dn(e, this.now);
		return b`<div class="line">
        <a href=${v(e.execution_id)} @click=${c}>
          <bdi>${x(e.name)}</bdi>
        </a>
        <span>
          ${this.word("state", e.state)}
          <small class="quiet">
            ${r === null ? y : O(this.hass, Math.max(Math.floor(r), 1))}
            ${t === 0 ? y : b`· ${this.step(t, n)}`}
          </small>
        </span>
      </div>
      ${n === null ? y : b`<progress max=${n} value=${t} aria-label=${this.step(t, n)}></progress>`}`;
	}
	step(e, t) {
		let n = E(this.hass, e);
		return t === null ? this.t("running.step", { step: n }) : this.t("running.step_of", {
			step: n,
			known: E(this.hass, t)
		});
	}
};
_([D({ attribute: !1 })], kn.prototype, "running", void 0), _([d()], kn.prototype, "now", void 0), kn = _([u("action-engine-running")], kn);
// src/trend.ts
var An = [
	"success",
	"failed",
	"other"
], jn = .7, Mn = (e, t, n) => {
	let r = Math.max(1, ...e.map(Pn)), i = t / Math.max(e.length, 1);
	return e.flatMap((e, t) => {
		let a = n;
		return An.filter((t) => e[t] > 0).map((o) => {
			let s = e[o] / r * n;
			return a -= s, {
				part: o,
				x: (t + .30000000000000004 / 2) * i,
				y: a,
				width: i * jn,
				height: s
			};
		});
	});
}, Nn = (e, t, n) => {
	let r = Math.max(...e.map((e) => e.seconds ?? 0)) || 1, i = t / Math.max(e.length, 1), a = [], o = null;
	return e.forEach(({ seconds: e }, t) => {
		e === null ? o = null : (o === null && a.push(o = []), o.push({
			x: (t + .5) * i,
			y: n * (1 - e / r)
		}));
	}), a;
}, Pn = (e) => e.success + e.failed + e.other, Fn = class extends A {
	constructor(...e) {
		super(...e), this.days = [];
	}
	static {
		this.styles = [j, e`
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
		return b`<table>
      <thead>
        <tr>
          ${[
			"date",
			"success",
			"failed",
			"other",
			"duration"
		].map((e) => b`<th scope="col">${this.t(`trend.${e}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.days.map((e) => this.row(e))}
      </tbody>
    </table>`;
	}
	row(e) {
		return b`<tr>
      <th scope="row">${Tn(this.hass, e.date)}</th>
      ${[
			e.success,
			e.failed,
			e.other
		].map((e) => b`<td>${E(this.hass, e)}</td>`)}
      <td>${e.seconds === null ? "–" : O(this.hass, e.seconds)}</td>
    </tr>`;
	}
};
_([D({ attribute: !1 })], Fn.prototype, "days", void 0), Fn = _([u("action-engine-trend-table")], Fn);
// src/components/trend-card.ts
var J = 280, In = 64, Ln = 28, Rn = 5e3, zn = ({ x: e, y: t }) => `${e - 3},${t} ${e + 3},${t}`, Bn = class extends A {
	constructor(...e) {
		super(...e), this.figures = null, this.days = 7, this.live = new S(this, ["subscribe"], () => this.load(), (e) => e.kind === "execution", Rn), this.choose = (e) => {
			this.days = Number(e.target.value), this.load();
		};
	}
	static {
		this.styles = [j, e`
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
			let t = await ye(this.hass, e);
			e === this.days && (this.figures = t);
		});
	}
	render() {
		return b`<section class="card" aria-labelledby="trend">
      <h2 id="trend">${this.t("trend")}</h2>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      ${this.figures ? this.shown(this.figures) : y}
    </section>`;
	}
	shown({ days: e, success_rate: t }) {
		let n = e.reduce((e, t) => e + Pn(t), 0), r = e.reduce((e, t) => e + t.success + t.failed, 0);
		return b`<header>
        <p>
          ${t === null ? "–" : fe(this.hass, t)}
          <small class="quiet">
            ${this.t("trend.rate", {
			decided: E(this.hass, r),
			total: E(this.hass, n)
		})}
          </small>
        </p>
        <label>
          ${this.t("trend.days")}
          <select @change=${this.choose}>
            ${[7, 14].map((e) => b`<option value=${e} ?selected=${e === this.days}>
                ${this.t("trend.last", { days: E(this.hass, e) })}
              </option>`)}
          </select>
        </label>
      </header>
      ${n ? this.charts(e) : b`<p class="quiet">${this.t("trend.none")}</p>`}`;
	}
	charts(e) {
		return b`${this.bars(e)}
      <ul class="legend quiet">
        <li style="--colour:var(--success-color, #43a047)">${this.t("trend.success")}</li>
        <li style="--colour:var(--error-color, #db4437)">${this.t("trend.failed")}</li>
        <li style="--colour:var(--disabled-text-color, #bdbdbd)">${this.t("trend.other")}</li>
      </ul>
      ${e.some((e) => e.seconds !== null) ? this.durations(e) : y}
      <details>
        <summary>${this.t("trend.table")}</summary>
        <action-engine-trend-table .hass=${this.hass} .days=${e}></action-engine-trend-table>
      </details>`;
	}
	bars(e) {
		let t = e.map((e) => this.told(e)).join("; ");
		return b`<svg
      viewBox="0 0 ${J} ${In}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${this.t("trend")}: ${t}"
    >
      <line class="base" x1="0" x2=${J} y1=${In} y2=${In} />
      ${Mn(e, J, In).map((e) => g`<rect class=${e.part} x=${e.x} y=${e.y} width=${e.width} height=${e.height} />`)}
    </svg>`;
	}
	durations(e) {
		return b`<h3>${this.t("trend.duration")}: ${this.range(e)}</h3>
      <svg
        class="line"
        viewBox="0 -3 ${J} ${34}"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        ${Nn(e, J, Ln).map((e) => g`<polyline points=${e.map(zn).join(" ")} />`)}
      </svg>`;
	}
	range(e) {
		let t = e.flatMap(({ seconds: e }) => e === null ? [] : [e]), [n, r] = [Math.min(...t), Math.max(...t)].map((e) => O(this.hass, e));
		return n === r ? String(n) : `${n} – ${r}`;
	}
	told(e) {
		return this.t("trend.day", {
			day: Tn(this.hass, e.date),
			success: E(this.hass, e.success),
			failed: E(this.hass, e.failed)
		});
	}
};
_([d()], Bn.prototype, "figures", void 0), _([d()], Bn.prototype, "days", void 0), Bn = _([u("action-engine-trend")], Bn);
// src/views/overview-view.ts
var Vn = 1e3, Hn = "try", Un = 3, Wn = class extends A {
	constructor(...e) {
		super(...e), this.seen = null, this.live = new S(this, ["subscribe", "subscribe_approvals"], () => this.load(), (e) => e.kind !== "step", Vn), this.askPanic = () => {
			this.confirm.open();
		}, this.stopAll = async () => {
			await this.attempt(() => i(this.hass)) && await this.load();
		}, this.liftPanic = async () => {
			await this.attempt(() => a(this.hass)) && await this.load();
		};
	}
	static {
		this.styles = [j, e`
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
				m(this.hass),
				ee(this.hass),
				o(this.hass),
				ue(this.hass, {
					states: [
						"failed",
						"unknown",
						"denied"
					],
					limit: 5
				})
			]), i = t.filter((e) => he.has(e.state)).reverse(), a = r.executions, s = !a.length && !t.length && !(await ue(this.hass, { limit: 1 })).executions.length;
			this.seen = {
				settings: e,
				running: i,
				waiting: n,
				failures: a,
				empty: s
			};
		});
	}
	render() {
		let e = this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y;
		if (this.seen === null) return b`${e}${this.problem ? y : b`<p>${this.t("loading")}</p>`}`;
		let { settings: t, running: n, waiting: r, failures: i, empty: a } = this.seen, o = a && this.hass.user?.is_admin, s = t.circuits?.filter((e) => e.state !== "closed");
		return b`${e}${this.alarms(t)}
      <div class="grid">
        ${o ? b`<action-engine-first-steps
              class="wide"
              .hass=${this.hass}
              .tryView=${Hn}
            ></action-engine-first-steps>` : y}
        ${this.card("policies", t.policies.map((e) => this.policy(e)))}
        <section class="card" aria-labelledby="running">
          <h2 id="running">${this.t("running")}</h2>
          <action-engine-running .hass=${this.hass} .running=${n}></action-engine-running>
        </section>
        ${this.card("waiting", this.waitingLines(r))}
        ${s ? this.card("circuits", s.map((e) => this.circuit(e))) : y}
        ${o ? y : b`<action-engine-trend class="double" .hass=${this.hass}></action-engine-trend>`}
        ${this.card("failures", i.map((e) => this.failure(e)), "wide")}
        ${t.panicked ? y : this.panic()}
      </div>`;
	}
	alarms(e) {
		return b`${e.enabled ? y : b`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${e.panicked ? b`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin ? b`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>` : y}
        </div>` : y}`;
	}
	card(e, t, n = "") {
		return b`<section class="card ${n}" aria-labelledby=${e}>
      <h2 id=${e}>${this.t(e)}</h2>
      ${t.length ? b`<ul>${t.map((e) => b`<li>${e}</li>`)}</ul>` : b`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </section>`;
	}
	policy(e) {
		return b`<action-engine-policy .hass=${this.hass} .policy=${e}></action-engine-policy>`;
	}
	waitingLines(e) {
		let t = e.slice(0, Un).map((e) => b`<div class="line">
        <bdi>${x(e.name)}</bdi>
        <span class="quiet">${this.word("risk", e.risk)}</span>
      </div>`);
		return t.length ? [b`<div class="line">
        <a href="${n}/approvals" @click=${c}>${this.t("nav.approvals")}</a>
        <span class="badge strong">${E(this.hass, e.length)}</span>
      </div>`, ...t] : [];
	}
	circuit(e) {
		return b`<div class="line">
      <span>
        ${e.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: E(this.hass, e.failures) })}
          ${e.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", e.state)}</span>
    </div>`;
	}
	failure(e) {
		let t = x(e.error_message ?? this.t("failures.no_reason"));
		return b`<div class="line">
      <span class="failure" title=${t}>
        <a href=${v(e.execution_id)} @click=${c}>
          <bdi>${x(e.name)}</bdi></a
        >
        · ${this.word("state", e.state)} · <bdi>${t}</bdi>
      </span>
      <small class="quiet">${w(this.hass, e.created)}</small>
    </div>`;
	}
	panic() {
		return b`<section class="card wide">
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
_([d()], Wn.prototype, "seen", void 0), _([s("action-engine-confirm")], Wn.prototype, "confirm", void 0), Wn = _([u("action-engine-overview")], Wn);
// src/trying/dry-run.ts
var Gn = (e, t) => {
	let n = new Map(t.map((e) => [e.place, e]));
	return e.steps.map((e) => {
		let t = e.opened_from === null ? n.get(e.place) : void 0;
		return {
			touch: e,
			alias: t?.alias ?? null,
			expected: t?.expected ?? null
		};
	});
}, Kn = 20, qn = class extends A {
	constructor(...e) {
		super(...e), this.impact = null, this.plan = [];
	}
	static {
		this.styles = [j, e`
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
		let e = this.impact ? Gn(this.impact, this.plan) : [];
		return e.length ? b`<ol>
      ${e.map((e) => this.call(e))}
    </ol>` : b`<p>${this.t("try.no_calls")}</p>`;
	}
	call({ touch: e, alias: t, expected: n }) {
		let r = e.risk === "high" || e.risk === "critical", i = e.entity_ids.slice(0, Kn), a = e.entity_ids.length - i.length;
		return b`<li class=${r ? "bad" : ""}>
      <strong title=${e.action}>${t ?? T(e.tool ?? e.action)}</strong>
      ${e.opened_from ? b`<span class="quiet">
            ${this.t("approval.from", { source: C(this.hass, e.opened_from) })}
          </span>` : y}
      ${e.everything ? b`<br />${this.t("approval.everything")}` : y}
      ${i.map((e) => this.device(e))}
      ${a > 0 ? b`<br />${this.t("try.more", { count: a })}` : y}
      ${n ? b`<br />${this.t("try.would_be", { expected: n })}` : y}
      <br /><small class="quiet">${this.word("risk", e.risk)}: ${e.why}</small>
    </li>`;
	}
	device(e) {
		let t = this.hass.states[e]?.state, n = t === void 0 ? this.t("try.not_there") : this.t("try.now", { state: t });
		return b`<br /><span title=${e}>${C(this.hass, e)}</span> – ${n}`;
	}
};
_([D({ attribute: !1 })], qn.prototype, "impact", void 0), _([D({ attribute: !1 })], qn.prototype, "plan", void 0), qn = _([u("action-engine-dry-run")], qn);
// src/components/problem-list.ts
var Jn = (e) => e.replace(/ ?\(?line \d+, column \d+\)?$/, ""), Yn = class extends A {
	constructor(...e) {
		super(...e), this.problems = [];
	}
	static {
		this.styles = [j, e`
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
		return b`<ul>
      ${this.problems.map((e) => this.line(e))}
    </ul>`;
	}
	line(e) {
		let { came: t, expected: n, line: r, place: i } = e;
		return b`<li>
      ${r === null ? y : b`<button
            @click=${() => {
			this.show(e);
		}}
          >
            ${this.t("try.line", { line: E(this.hass, r) })}
          </button>`}
      <code>${Jn(i)}</code>
      ${t && n ? b`<br />${this.t("try.came", { came: t })}<br />${this.t("try.expected", { expected: n })}` : b`<br />${e.message}`}
    </li>`;
	}
	show(e) {
		this.dispatchEvent(new CustomEvent("spot", { detail: e }));
	}
};
_([D({ attribute: !1 })], Yn.prototype, "problems", void 0), Yn = _([u("action-engine-problems")], Yn);
// src/components/check-result.ts
var Y = class extends A {
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
		this.styles = [j, e`
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
		return b`${e.length ? this.problems() : y}
      ${n ? b`<section class="card" aria-labelledby="analysis">
            <h2 id="analysis">${this.t("try.analysis")}</h2>
            <blockquote>${n}</blockquote>
          </section>` : y}
      ${t ? t.map((e) => this.wish(e)) : this.whole()}`;
	}
	problems() {
		let { problems: e } = this.checked;
		return b`<section class="card" aria-labelledby="problems">
      <h2 id="problems">
        ${e.length === 1 ? this.t("try.problem") : this.t("try.problems", { count: E(this.hass, e.length) })}
      </h2>
      <action-engine-problems
        .hass=${this.hass}
        .problems=${e}
        @spot=${this.pass}
      ></action-engine-problems>
    </section>`;
	}
	whole() {
		let { verdict: e, plan: t, outline: n, valid: r } = this.checked, i = e?.decision ? b`<section class="card" aria-labelledby="gate">
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
        </section>` : y;
		return b`${i} ${r ? this.graph(n) : y}`;
	}
	wish(e) {
		return e.outcome === "rejected" ? y : b`<section class="card" aria-label=${e.action}>
        <header>
          <h2>${T(e.action)}</h2>
          <span class="badge">${this.word("try.outcome", e.outcome)}</span>
          ${this.badges(e.impact)}
        </header>
        ${this.reasons(e.reasons ?? [])}
        ${e.reasoning ? b`<h3>${this.t("approval.claim")}</h3>
              <blockquote>${e.reasoning}</blockquote>` : y}
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
		if (!e) return y;
		let t = e.risk === "high" || e.risk === "critical";
		return b`<span class="badge ${t ? "strong" : ""}">
        ${this.word("risk", e.risk)}
      </span>
      ${e.steps.length ? b`<span class="badge">${this.word("reversible", e.reversible)}</span>` : y}
      ${e.expected_seconds == null ? y : b`<span class="badge">
            ${this.t("try.takes", { time: O(this.hass, e.expected_seconds) })}
          </span>`}`;
	}
	policy(e) {
		let t = this.policies.find((t) => t.policy_id === e)?.name;
		return t === void 0 ? y : b`<p class="quiet">${this.t("approval.policy", { policy: t })}</p>`;
	}
	reasons(e) {
		return e.length ? b`<ul>
      ${e.map((e) => b`<li>${e}</li>`)}
    </ul>` : y;
	}
	graph(e) {
		return !e?.steps.length || this.running ? y : b`<section class="card" aria-label=${this.t("try.plan")}>
      <h2>${this.t("try.plan")}</h2>
      <action-engine-graph
        .hass=${this.hass}
        .outline=${e.steps}
        @step-selected=${this.selected}
      ></action-engine-graph>
      ${e.truncated ? b`<p>${this.t("try.truncated", { size: E(this.hass, e.size) })}</p>` : y}
    </section>`;
	}
};
_([D({ attribute: !1 })], Y.prototype, "checked", void 0), _([D({ type: Boolean })], Y.prototype, "running", void 0), _([D({ attribute: !1 })], Y.prototype, "policies", void 0), Y = _([u("action-engine-checked")], Y);
// src/components/watched-run.ts
var X = class extends A {
	constructor(...e) {
		super(...e), this.executionId = "", this.account = null, this.following = null, this.live = new S(this, ["subscribe"], () => this.load(), (e) => e.execution_id === this.executionId && !this.follow(e)), this.selected = ({ detail: e }) => {
			e.path !== null && this.chart?.show(e.path);
		}, this.now = () => this.following?.now() ?? Date.now() / 1e3, this.cancel = async () => {
			await this.attempt(() => de(this.hass, this.executionId)) && await this.load();
		};
	}
	static {
		this.styles = [j, e`
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
			let n = await t(this.hass, e);
			e === this.executionId && (this.following = new Qt(n), this.account = n);
		});
	}
	render() {
		return b`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      ${this.account ? this.whole(this.account) : y}
      <p>
        <a href=${v(this.executionId)} @click=${c}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
	}
	whole(e) {
		let t = e.state === "denied";
		return b`<header>
        <h2><bdi>${x(e.name)}</bdi></h2>
        <span class="badge" role="status">${this.word("state", e.state)}</span>
        ${e.duration === null ? y : b`<span class="quiet">${O(this.hass, e.duration)}</span>`}
      </header>
      ${e.error_message ? b`<p class="problem">${x(e.error_message)}</p>` : y}
      ${e.final_answer ? b`<p>${x(e.final_answer)}</p>` : y}
      ${e.state === "pending_approval" ? b`<p>
            <a href="${n}/approvals" @click=${c}>${this.t("try.asked")}</a>
          </p>` : y}
      ${t ? b`<ul>
            ${(e.verdict?.reasons ?? []).map((e) => b`<li>${e.text}</li>`)}
          </ul>` : this.steps(e)}
      ${pe.has(e.state) ? b`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>` : y}`;
	}
	steps(e) {
		return b`${e.plan?.steps.length ? b`<action-engine-graph
            .hass=${this.hass}
            .outline=${e.plan.steps}
            .steps=${e.steps ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>` : y}
      <action-engine-steps
        .hass=${this.hass}
        .account=${e}
        .now=${this.now}
      ></action-engine-steps>`;
	}
};
_([D()], X.prototype, "executionId", void 0), _([d()], X.prototype, "account", void 0), _([s("action-engine-steps")], X.prototype, "chart", void 0), X = _([u("action-engine-watched")], X);
// src/trying/askers.ts
var Xn = {
	key: "me",
	name: "",
	agent: null
}, Zn = {
	key: "model",
	name: "",
	agent: {}
}, Qn = (e) => {
	let t = new Map([Xn, Zn].map((e) => [e.key, e]));
	for (let { settings: n } of e) {
		for (let e of n?.applies?.assistants ?? []) $n(t, "assistant", e);
		for (let e of n?.applies?.platforms ?? []) $n(t, "platform", e);
	}
	return [...t.values()];
}, $n = (e, t, n) => {
	let r = `${t}/${n}`;
	e.set(r, {
		key: r,
		name: n,
		agent: { [t]: n }
	});
}, er = (e, { line: t, column: n }) => {
	let r = e.split("\n"), i = Math.min(Math.max(t ?? 1, 1), r.length) - 1, a = r.slice(0, i).reduce((e, t) => e + t.length + 1, 0), { length: o } = r[i] ?? "";
	return [a + Math.min(Math.max(n ?? 1, 1) - 1, o), a + o];
}, tr = (e, t) => e.slice(0, t).split("\n").length, nr = {
	text: "",
	kind: "auto",
	as: "me"
}, rr = (e) => `action-engine-try-${e ?? ""}`, ir = [
	"auto",
	"actions",
	"plan",
	"response"
], ar = (e) => {
	try {
		let t = JSON.parse(sessionStorage.getItem(rr(e)) ?? "");
		return sr(t) ? t : nr;
	} catch {
		return nr;
	}
}, or = (e, t) => {
	try {
		sessionStorage.setItem(rr(e), JSON.stringify(t));
	} catch {}
}, sr = (e) => typeof e == "object" && !!e && "text" in e && typeof e.text == "string" && "kind" in e && ir.includes(e.kind) && "as" in e && typeof e.as == "string", cr = [
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
], lr = {
	actions: async ({ hass: e, text: t, agent: n }) => [await ke(e, t, n)],
	plan: async ({ hass: e, agent: t, checked: n }) => [await Ae(e, n.decision ?? {}, t)],
	response: async ({ hass: e, text: t, agent: n, checked: r }, i) => {
		let a = `try-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`, o = await dr(e, a, i);
		try {
			return (await je(e, t, n, a)).filter((e, t) => !ur(e, r, t));
		} finally {
			o();
		}
	}
}, ur = ({ execution_id: e }, { wishes: t }, n) => !e && t?.[n]?.outcome === "rejected", dr = async (e, n, r) => {
	let i = /* @__PURE__ */ new Set(), a = !1, o = async (o) => {
		i.add(o);
		let s = await t(e, o);
		!a && fr(s) === n && r({ execution_id: o });
	}, s = await te(e, "subscribe", (e) => {
		for (let { kind: t, execution_id: n } of "events" in e ? e.events : []) t === "execution" && !i.has(n) && o(n).catch(() => void 0);
	});
	return () => {
		a = !0, s().catch(() => void 0);
	};
}, fr = ({ asked: e }) => e?.claim.llm_response_id, pr = e`
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
`, mr = [
	"auto",
	"actions",
	"plan",
	"response"
], Z = class extends A {
	constructor(...e) {
		super(...e), this.draft = nr, this.askers = [Xn], this.policies = [], this.checked = null, this.started = [], this.about = null, this.check = () => this.attempt(async () => {
			let { draft: e } = this;
			this.isFresh() || (this.started = []), this.checked = await Oe(this.hass, e.text, e.kind, this.agent), this.about = e;
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
				this.started = await lr[e.kind](r, (e) => {
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
			let { area: t } = this, n = er(t.value, e), r = t.scrollHeight / t.value.split("\n").length;
			t.focus(), t.setSelectionRange(...n), t.scrollTop = (tr(t.value, n[0]) - 3) * r, t.scrollIntoView({ block: "nearest" });
		};
	}
	static {
		this.styles = [j, pr];
	}
	connectedCallback() {
		super.connectedCallback(), this.updateComplete.then(() => this.begin());
	}
	begin() {
		return this.draft = ar(this.hass.user?.id), this.fetching(async () => {
			this.policies = (await m(this.hass)).policies, this.askers = Qn(this.policies);
		});
	}
	render() {
		return b`<section class="card" aria-labelledby="try">
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
        ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      </section>
      ${this.runs()}
      ${this.checked ? b`<action-engine-checked
            .hass=${this.hass}
            .checked=${this.checked}
            .policies=${this.policies}
            ?running=${this.started.length > 0}
            @spot=${this.jump}
          ></action-engine-checked>` : y}`;
	}
	examples() {
		return b`<div class="examples" role="group" aria-label=${this.t("try.examples")}>
      ${cr.map(({ name: e, text: t }) => b`<button
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
		return b`<div class="actions">
      <label>
        ${this.t("try.kind")}
        <select @change=${this.setKind}>
          ${mr.map((t) => b`<option value=${t} ?selected=${t === e.kind}>
              ${this.t(`try.kind.${t}`)}
            </option>`)}
        </select>
      </label>
      <label>
        ${this.t("try.as")}
        <select @change=${this.setAs}>
          ${this.askers.map((t) => b`<option value=${t.key} ?selected=${t.key === e.as}>
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
		return b`${k(this.started, (e, t) => e.execution_id ?? t, ({ execution_id: e, error: t }) => e ? b`<action-engine-watched
              .hass=${this.hass}
              .executionId=${e}
            ></action-engine-watched>` : b`<p class="problem" role="alert">${t ?? ""}</p>`)}`;
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
		}, or(this.hass.user?.id, this.draft);
	}
	get agent() {
		return this.askers.find((e) => e.key === this.draft.as)?.agent ?? null;
	}
};
_([d()], Z.prototype, "draft", void 0), _([d()], Z.prototype, "askers", void 0), _([d()], Z.prototype, "policies", void 0), _([d()], Z.prototype, "checked", void 0), _([d()], Z.prototype, "started", void 0), _([s("textarea")], Z.prototype, "area", void 0), Z = _([u("action-engine-try")], Z);
// src/components/assistant-list.ts
var hr = class extends A {
	static {
		this.styles = j;
	}
	render() {
		let { apis: e, mcp_server: t } = this.assistants;
		return b`<ul>
        ${e.map((e) => b`<li>${this.api(e)}</li>`)}
      </ul>
      ${t ? y : b`<p class="quiet">${this.t("llm.no_mcp")}</p>`}`;
	}
	api(e) {
		return b`<div class="line">
      <span>
        <bdi>${e.name}</bdi> <code>${e.api_id}</code><br />
        <small class="quiet">
          ${e.users.length ? e.users.map((e, t) => b`${t ? ", " : y}<bdi>${e.title}</bdi> (${e.domain})`) : this.t("llm.nobody")}
        </small>
      </span>
    </div>`;
	}
};
_([D({ attribute: !1 })], hr.prototype, "assistants", void 0), hr = _([u("action-engine-assistants")], hr);
// src/places.ts
var gr = "/config/integrations/integration/action_engine", _r = /^[a-z0-9_]+(\.[a-z0-9_]+)?$/, vr = (e) => {
	let [t, ...n] = e.split(":"), r = n.join(":");
	return t === "subentry" ? gr : _r.test(r) ? t === "script" ? `/config/script/show/${r}` : t === "platform" ? `/config/integrations/integration/${r}` : "" : "";
}, yr = class extends A {
	static {
		this.styles = [j, e`
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
		return b`${r?.map((e) => b`<p class="problem">
        <bdi>${e.name}</bdi> (<bdi>${e.source}</bdi>): <bdi>${e.reason}</bdi>
      </p>`)}
    ${this.section("catalog.own", i.map((e) => this.action(e)), !0)}
    ${this.section("catalog.builtin", a.map((e) => this.action(e)))}
    ${t ? this.section("catalog.webhooks", t.map((e) => this.webhook(e))) : y}
    ${n ? this.section("catalog.templates", n.map((e) => b`<div class="line"><code>${e}</code></div>`)) : y}`;
	}
	section(e, t, n = !1) {
		return b`<details ?open=${n && t.length > 0}>
      <summary>${this.t(e)} (${t.length})</summary>
      ${t.length ? b`<ul>${t.map((e) => b`<li>${e}</li>`)}</ul>` : b`<p class="quiet">${this.t(`${e}.none`)}</p>`}
    </details>`;
	}
	action(e) {
		return b`<div class="line">
      <span>
        <bdi>${e.title}</bdi> <code>${e.name}</code>
        ${e.description ? b`<br /><small class="quiet"><bdi>${e.description}</bdi></small>` : y}
        <br /><small class="quiet">
          ${this.origin(e)} · ${this.word("reversible", e.rollback)}
          ${e.requires_approval ? b`· ${this.t("catalog.asks")}` : y}
        </small>
      </span>
      <span>
        ${e.active ? y : b`<span class="badge">${this.t("catalog.off")}</span>`}
        <span class="badge ${e.impact === "high" || e.impact === "critical" ? "strong" : ""}">
          ${this.word("risk", e.impact)}
        </span>
      </span>
    </div>`;
	}
	origin(e) {
		let t = this.word("kind", e.kind), n = vr(e.source ?? "");
		return n ? b`<a href=${n} @click=${c}>${t}</a>` : t;
	}
	webhook(e) {
		return b`<div class="line">
      <span>
        <bdi>${e.name}</bdi><br />
        <small class="quiet"><bdi>${e.problem ?? e.methods?.join(", ")}</bdi></small>
      </span>
      ${e.is_signed ? b`<span class="badge">${this.t("catalog.signed")}</span>` : y}
    </div>`;
	}
};
_([D({ attribute: !1 })], yr.prototype, "catalog", void 0), yr = _([u("action-engine-catalog")], yr);
// src/components/circuit-list.ts
var br = class extends A {
	constructor(...e) {
		super(...e), this.circuits = [];
	}
	static {
		this.styles = [j, e`
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
		return b`${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
    ${this.circuits.length ? b`<ul>
          ${this.circuits.map((e) => b`<li>${this.circuit(e)}</li>`)}
        </ul>` : b`<p class="quiet">${this.t("set.circuits.none")}</p>`}`;
	}
	circuit(e) {
		return b`<div class="line">
      <span>
        <bdi>${e.key}</bdi><br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: E(this.hass, e.failures) })}
          ${e.opened ? b`· ${this.since(e.opened)}` : y}
          ${e.error ? b`· <bdi>${e.error}</bdi>` : y}
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
		let t = w(this.hass, (/* @__PURE__ */ new Date(e * 1e3)).toISOString());
		return this.t("circuit.since", { at: t });
	}
	async reset(e) {
		await this.attempt(() => Le(this.hass, e)) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
_([D({ attribute: !1 })], br.prototype, "circuits", void 0), br = _([u("action-engine-circuits")], br);
// src/components/engine-card.ts
var xr = class extends A {
	constructor(...e) {
		super(...e), this.toggle = () => this.act(() => Re(this.hass, !this.settings.enabled)), this.lift = () => this.act(() => a(this.hass));
	}
	static {
		this.styles = [j, e`
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
		return b`<dl>
        <dt>${this.t("set.engine")}</dt>
        <dd><span role="status">${this.t(e ? "set.on" : "set.off")}</span></dd>
        <dt>${this.t("panic")}</dt>
        <dd><span role="status">${this.t(t ? "set.panic_on" : "set.panic_off")}</span></dd>
        ${this.options()}
      </dl>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
      ${this.hass.user?.is_admin ? this.buttons(e, t) : y}`;
	}
	buttons(e, t) {
		return b`<div class="actions">
      <button ?disabled=${this.busy} @click=${this.toggle}>
        ${this.t(e ? "set.turn_off" : "set.turn_on")}
      </button>
      ${t ? b`<button ?disabled=${this.busy} @click=${this.lift}>
            ${this.t("panic.lift")}
          </button>` : y}
    </div>`;
	}
	options() {
		let { options: e } = this.settings;
		if (!e) return y;
		let { workers: t, max_queue: n, timeout: r } = e.execution ?? {}, { max_retries: i, initial_delay: a, max_delay: o } = e.retry ?? {}, { verify: s, within: c } = e.verification ?? {};
		return b`${this.row("set.workers", this.count(t))}
    ${this.row("set.max_queue", this.count(n))}
    ${this.row("set.timeout", r ? this.span(r) : this.t("left.none"))}
    ${this.row("set.retries", this.count(i))}
    ${this.row("set.delays", `${this.span(a)} – ${this.span(o)}`)}
    ${this.row("set.verify", s ? this.span(c) : this.t("set.no"))}
    ${this.row("set.code", this.t(e.safety?.approval_code ? "set.yes" : "set.no"))}`;
	}
	row(e, t) {
		return b`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>`;
	}
	count(e) {
		return E(this.hass, Number(e));
	}
	span(e) {
		return O(this.hass, Number(e));
	}
	async act(e) {
		await this.attempt(e) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
_([D({ attribute: !1 })], xr.prototype, "settings", void 0), xr = _([u("action-engine-engine")], xr);
// src/sizes.ts
var Sr = [
	"byte",
	"kilobyte",
	"megabyte",
	"gigabyte",
	"terabyte"
], Cr = (e, t) => {
	let n = Math.min(Math.floor(Math.log10(Math.max(t, 1)) / 3), Sr.length - 1), r = t / 1e3 ** n;
	return E(e, r, {
		style: "unit",
		unit: Sr[n] ?? "byte",
		unitDisplay: "short",
		maximumFractionDigits: +(r < 10 && n > 0)
	});
}, Q = class extends A {
	constructor(...e) {
		super(...e), this.told = "", this.ask = () => {
			this.confirm.open();
		}, this.verify = () => this.act(async () => this.found(await Fe(this.hass))), this.purge = () => this.act(async () => {
			let { keep_days: e, keep_count: t } = this.journal, { removed: n } = await Ie(this.hass, {
				keep_days: e,
				keep_count: t
			});
			return this.t("journal.purged", { count: E(this.hass, n) });
		});
	}
	static {
		this.styles = [j, e`
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
		return b`${e.durable ? y : b`<p class="problem" role="status">
          ${this.t("journal.unwell", { reason: e.reason ?? "" })}
        </p>`}
      <dl>
        ${this.row("journal.place", b`<bdi>${e.place}</bdi>`)}
        ${t ? this.sizes(t) : y} ${this.row("journal.kept", this.kept())}
        ${this.row("journal.verified", this.verified())}
      </dl>
      <p role="status">${this.busy ? this.t("journal.busy") : this.told}</p>
      ${this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y}
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
		return b`<dt>${this.t(e)}</dt>
      <dd>${t}</dd>`;
	}
	sizes(e) {
		return b`${e.bytes === null ? y : this.row("journal.size", Cr(this.hass, e.bytes))}
    ${this.row("journal.executions", E(this.hass, e.executions))}
    ${this.row("journal.events", E(this.hass, e.events))}
    ${e.oldest === null ? y : this.row("journal.oldest", w(this.hass, e.oldest))}`;
	}
	kept() {
		let e = E(this.hass, this.journal.keep_days);
		return this.t("journal.kept_are", {
			days: e,
			count: E(this.hass, this.journal.keep_count)
		});
	}
	verified() {
		let { verified: e } = this.journal;
		return e === null ? this.t("journal.never") : `${w(this.hass, e.at)}: ${this.found(e)}`;
	}
	found(e) {
		if (e.first_broken) {
			let { execution_id: t, why: n } = e.first_broken;
			return this.t("journal.broken", {
				execution: t,
				why: n
			});
		}
		let t = E(this.hass, e.executions);
		return e.unknown_key ? this.t("journal.partly", {
			count: t,
			unknown: E(this.hass, e.unknown_key)
		}) : this.t("journal.whole", { count: t });
	}
	async act(e) {
		await this.attempt(async () => {
			this.told = await e();
		}) && this.dispatchEvent(new CustomEvent("changed"));
	}
};
_([D({ attribute: !1 })], Q.prototype, "journal", void 0), _([d()], Q.prototype, "told", void 0), _([s("action-engine-confirm")], Q.prototype, "confirm", void 0), Q = _([u("action-engine-journal")], Q);
// src/components/policy-list.ts
var wr = class extends A {
	constructor(...e) {
		super(...e), this.policies = [], this.people = {};
	}
	static {
		this.styles = [j, e`
      .line > span:first-child {
        flex: 1 1 16em;
        min-width: 0;
      }
    `];
	}
	render() {
		return this.policies.length ? b`<ul>
      ${this.policies.map((e) => b`<li>${this.policy(e)}</li>`)}
    </ul>` : b`<p class="quiet">${this.t("policies.none")}</p>`;
	}
	policy(e) {
		let t = e.settings?.applies;
		return b`<div class="line">
      <span>
        <bdi>${e.name}</bdi>
        ${t ? b`<br /><small class="quiet">
                <bdi>${this.t("set.for", { who: this.who(t) })}</bdi>
              </small>` : y}
        ${this.trust(e)}
        <br /><small class="quiet">${this.left(e)}</small>
      </span>
      <span>
        ${e.mode ? b`<span class="badge"><bdi>${e.mode}</bdi></span>` : y}
        <span class="badge">${this.status(e)}</span>
      </span>
    </div>`;
	}
	status(e) {
		if (e.status === "canary" && e.settings) {
			let t = fe(this.hass, e.settings.trust.canary_percentage);
			return this.t("status.canary_share", { share: t });
		}
		return this.word("status", e.status);
	}
	trust(e) {
		let { safety_mode: t, trusted: n } = e.settings?.trust ?? {};
		if (t === void 0) return y;
		let r = n && t === "permissive";
		return b`<br /><small class="quiet">
        ${this.word("safety", r ? "any" : t)}${n ? ` · ${this.t("set.trusted")}` : y}
      </small>`;
	}
	who(e) {
		return [
			...e.users.map((e) => this.people[e] ?? this.t("set.account")),
			...e.entities.map((e) => C(this.hass, e)),
			...e.labels.map((e) => this.t("set.label", { name: e })),
			...e.assistants.map((e) => this.word("assistant", e)),
			...e.platforms,
			...e.agents ? [this.t("set.agents")] : [],
			...e.household ? [this.t("set.household")] : []
		].join(", ") || this.t("set.nobody");
	}
	left({ left: e }) {
		let t = [];
		return e.hour_left !== null && t.push(this.t("left.hour", { left: E(this.hass, e.hour_left) })), e.day_left !== null && t.push(this.t("left.day", { left: E(this.hass, e.day_left) })), t.join(" · ") || this.t("left.none");
	}
};
_([D({ attribute: !1 })], wr.prototype, "policies", void 0), _([D({ attribute: !1 })], wr.prototype, "people", void 0), wr = _([u("action-engine-policies")], wr);
// src/views/settings-view.ts
var Tr = class extends A {
	constructor(...e) {
		super(...e), this.settings = null, this.rest = null, this.live = new S(this, ["subscribe"], () => this.load(), (e) => e.kind !== "step"), this.load = () => this.fetching(async () => {
			let [e, t] = await Promise.all([m(this.hass), this.rest ?? this.loadRest()]);
			this.settings = e, this.rest = t;
		}), this.reloadJournal = () => this.fetching(async () => {
			let e = await Pe(this.hass);
			this.rest &&= {
				...this.rest,
				journal: e
			};
		});
	}
	static {
		this.styles = [j, e`
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
			catalog: await Me(this.hass),
			journal: null,
			assistants: null
		};
		let [e, t, n] = await Promise.all([
			Me(this.hass),
			Pe(this.hass),
			Ne(this.hass)
		]);
		return {
			catalog: e,
			journal: t,
			assistants: n
		};
	}
	render() {
		let e = this.problem ? b`<p class="problem" role="alert">${this.problem}</p>` : y;
		return this.settings === null || this.rest === null ? b`${e}${this.problem ? y : b`<p>${this.t("loading")}</p>`}` : b`${e}
      <div class="grid">${this.cards(this.settings, this.rest)}</div>`;
	}
	cards(e, t) {
		let { hass: n } = this;
		return b`${this.card("policies", b`<action-engine-policies
        .hass=${n}
        .policies=${e.policies}
        .people=${e.people ?? {}}
      ></action-engine-policies>`, "set.edit_policies")}
    ${this.card("set.engine", b`<action-engine-engine
        .hass=${n}
        .settings=${e}
        @changed=${this.load}
      ></action-engine-engine>`, "set.edit_options")}
    ${t.journal ? this.card("journal", b`<action-engine-journal
            .hass=${n}
            .journal=${t.journal}
            @changed=${this.reloadJournal}
          ></action-engine-journal>`) : y}
    <div class="stack">
      ${e.circuits ? this.card("set.circuits", b`<action-engine-circuits
            .hass=${n}
            .circuits=${e.circuits}
            @changed=${this.load}
          ></action-engine-circuits>`) : y}
    ${t.assistants ? this.card("llm", b`<action-engine-assistants
            .hass=${n}
            .assistants=${t.assistants}
          ></action-engine-assistants>`) : y}
    </div>
    ${this.card("catalog", b`<action-engine-catalog
        .hass=${n}
        .catalog=${t.catalog}
      ></action-engine-catalog>`, "set.edit_catalog", "wide")}`;
	}
	card(e, t, n, r = "") {
		return b`<section class="card ${r}" aria-labelledby=${e}>
      <header>
        <h2 id=${e}>${this.t(e)}</h2>
        ${n && this.hass.user?.is_admin ? b`<a href=${gr} @click=${c}>${this.t(n)}</a>` : y}
      </header>
      ${t}
    </section>`;
	}
};
_([d()], Tr.prototype, "settings", void 0), _([d()], Tr.prototype, "rest", void 0), Tr = _([u("action-engine-settings")], Tr);
// src/views.ts
var Er = {
	overview: (e) => b`<action-engine-overview .hass=${e}></action-engine-overview>`,
	approvals: (e) => b`<action-engine-approvals .hass=${e}></action-engine-approvals>`,
	executions: (e, t) => t ? b`<action-engine-execution
          .hass=${e}
          .executionId=${t}
        ></action-engine-execution>` : b`<action-engine-executions .hass=${e}></action-engine-executions>`,
	try: (e) => b`<action-engine-try .hass=${e}></action-engine-try>`,
	settings: (e) => b`<action-engine-settings .hass=${e}></action-engine-settings>`
}, Dr = Object.keys(Er), Or = "M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z", $ = class extends A {
	constructor(...e) {
		super(...e), this.narrow = !1, this.toggleMenu = () => {
			this.dispatchEvent(new CustomEvent("hass-toggle-menu", {
				bubbles: !0,
				composed: !0
			}));
		};
	}
	static {
		this.styles = [j, e`
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
        scrollbar-width: none;
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
		if (!this.hass) return y;
		let [, e = "", t = ""] = (this.route?.path ?? "").split("/"), r = Dr.find((t) => t === e) ?? "overview";
		return b`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden" ? b`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d=${Or} />
              </svg>
            </button>` : y}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${Dr.map((e) => b`<a
              href="${n}/${e}"
              aria-current=${e === r ? "page" : "false"}
              @click=${c}
              >${this.t(`nav.${e}`)}</a
            >`)}
        </nav>
      </div>
      <main>${Er[r](this.hass, re(t))}</main>`;
	}
};
_([D({
	type: Boolean,
	reflect: !0
})], $.prototype, "narrow", void 0), _([D({ attribute: !1 })], $.prototype, "route", void 0), $ = _([u("action-engine-panel")], $);
export { $ as ActionEnginePanel };
