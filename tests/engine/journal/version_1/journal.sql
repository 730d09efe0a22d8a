BEGIN TRANSACTION;
CREATE TABLE action_engine_approvals (
	id VARCHAR(64) NOT NULL, 
	execution_id VARCHAR(64) NOT NULL, 
	policy VARCHAR(255), 
	hash BLOB NOT NULL, 
	nonce_hash BLOB NOT NULL, 
	asked BIGINT NOT NULL, 
	expires BIGINT, 
	answered BIGINT, 
	answer VARCHAR(32), 
	answered_by VARCHAR(255), 
	notes TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(execution_id) REFERENCES action_engine_executions (id) ON DELETE CASCADE
);
CREATE TABLE action_engine_circuits (
	"key" VARCHAR(255) NOT NULL, 
	state TEXT NOT NULL, 
	changed BIGINT NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE action_engine_events (
	execution_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	path TEXT NOT NULL, 
	data TEXT NOT NULL, 
	sealed BLOB, 
	hash BLOB NOT NULL, 
	previous BLOB NOT NULL, 
	PRIMARY KEY (execution_id, seq), 
	FOREIGN KEY(execution_id) REFERENCES action_engine_executions (id) ON DELETE CASCADE
);
INSERT INTO "action_engine_events" VALUES('01M7WD5ZX05A82YYP6QMC6F6NW',1,1795220552823871,'result','0','{"a":1}',NULL,X'506299AD88B5BED10D17A40CE78C9EAE073E41A57B2BB57F1B531BE44AD13AE4',X'E2EAFC65328DB7E19649DFE33A0600F260FE597DB53544FFB8241AFBF0E02786');
INSERT INTO "action_engine_events" VALUES('01M7WD7TG0A6CWMY0JXS3YC2S5',1,1795220552823919,'decided','0','{"!":"tuple","=":[1,{"!":"datetime","=":["2026-11-20T12:00:00+00:00",null,0]}]}',NULL,X'13072B50EE0AC79AF8713DB7F5403977056B8A3D71CA7AB25B0056D35450B7AC',X'D7289D610E79A38D70FF0D31AEFD033CDF969DA004229E3534DCFB21F599D28B');
INSERT INTO "action_engine_events" VALUES('01M7WD7TG0A6CWMY0JXS3YC2S5',2,1795220552823922,'intent','1','{"code":"**REDACTED**"}',X'0167827B710524F0C4ED9C5393AD26C7A924981737716CB5AD9CD9ED12D72F9096693C8C7A810ADE73BBCB37',X'2F68BA8130F25F5EC602ADF5E7C8E88AB7238B62967CE96DD345661807E9E0D3',X'13072B50EE0AC79AF8713DB7F5403977056B8A3D71CA7AB25B0056D35450B7AC');
CREATE TABLE action_engine_executions (
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	created BIGINT NOT NULL, 
	type VARCHAR(255) NOT NULL, 
	parameters TEXT, 
	source TEXT, 
	source_sealed BLOB, 
	policy VARCHAR(255), 
	confidence DOUBLE, 
	reasoning TEXT, 
	prediction_id VARCHAR(255), 
	llm_response_id VARCHAR(255), 
	conversation_id VARCHAR(255), 
	origin VARCHAR(255), 
	user_id VARCHAR(255), 
	parent_id VARCHAR(255), 
	idempotency_key VARCHAR(255), 
	priority INTEGER NOT NULL, 
	interpreter_version INTEGER NOT NULL, 
	plan_hash VARCHAR(255), 
	undo_of VARCHAR(64), 
	state VARCHAR(32) NOT NULL, 
	approval_status VARCHAR(32), 
	resumable BOOLEAN NOT NULL, 
	started BIGINT, 
	ended BIGINT, 
	duration DOUBLE, 
	success BOOLEAN, 
	verified BOOLEAN, 
	result TEXT, 
	error_code VARCHAR(255), 
	error TEXT, 
	key_id VARCHAR(32) NOT NULL, 
	closing BLOB, 
	PRIMARY KEY (id)
);
INSERT INTO "action_engine_executions" VALUES('01M7WD5ZX05A82YYP6QMC6F6NW','Good morning',1795175940000000,'run','{"x":1}','{"actions":[1]}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,0,NULL,NULL,'success',NULL,1,NULL,1795176000000000,NULL,1,NULL,'{"ok":true}',NULL,NULL,'16a5e2165dd506cd',X'B1A574DE27C406BD1FA63317EC77CCC35E339DC52382CA5F1036333FBDF5F023');
INSERT INTO "action_engine_executions" VALUES('01M7WD7TG0A6CWMY0JXS3YC2S5','Good night',1795176000000000,'run','null','{"actions":[{"data":{"code":"**REDACTED**"}}]}',X'01794A71448B8F4FDD12162E9246C89C28508CDD75635FDB417248D31409531D95D567A925AE51AE936919C25E60B27A32233080F7284AA61334115C9B42104943EE72',NULL,NULL,NULL,NULL,NULL,NULL,'automation.night',NULL,NULL,NULL,1,0,NULL,NULL,'executing',NULL,1,1795176000000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'16a5e2165dd506cd',NULL);
CREATE TABLE action_engine_facts (
	policy VARCHAR(128) NOT NULL, 
	"key" VARCHAR(128) NOT NULL, 
	value TEXT NOT NULL, 
	category VARCHAR(255), 
	source VARCHAR(255), 
	at BIGINT NOT NULL, 
	PRIMARY KEY (policy, "key")
);
CREATE TABLE action_engine_limits (
	"key" VARCHAR(255) NOT NULL, 
	state TEXT NOT NULL, 
	changed BIGINT NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE action_engine_schema_version (
	version INTEGER NOT NULL, 
	applied BIGINT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "action_engine_schema_version" VALUES(1,1795220552817292);
CREATE TABLE action_engine_touched (
	kind VARCHAR(16) NOT NULL, 
	what VARCHAR(255) NOT NULL, 
	execution_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (kind, what, execution_id), 
	FOREIGN KEY(execution_id) REFERENCES action_engine_executions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "action_engine_touched" VALUES('action','run','01M7WD5ZX05A82YYP6QMC6F6NW');
INSERT INTO "action_engine_touched" VALUES('action','alarm_control_panel.alarm_disarm','01M7WD7TG0A6CWMY0JXS3YC2S5');
INSERT INTO "action_engine_touched" VALUES('action','run','01M7WD7TG0A6CWMY0JXS3YC2S5');
INSERT INTO "action_engine_touched" VALUES('entity','alarm_control_panel.home','01M7WD7TG0A6CWMY0JXS3YC2S5');
CREATE INDEX ix_action_engine_executions_policy ON action_engine_executions (policy, id);
CREATE INDEX ix_action_engine_executions_origin ON action_engine_executions (origin, id);
CREATE INDEX ix_action_engine_executions_user_id ON action_engine_executions (user_id, id);
CREATE INDEX ix_action_engine_executions_state ON action_engine_executions (state, id);
CREATE INDEX ix_action_engine_facts_category ON action_engine_facts (category);
CREATE INDEX ix_action_engine_touched_execution_id ON action_engine_touched (execution_id);
CREATE INDEX ix_action_engine_approvals_answer ON action_engine_approvals (answer, expires);
CREATE INDEX ix_action_engine_approvals_execution_id ON action_engine_approvals (execution_id);
COMMIT;
