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
)
 WITHOUT ROWID

;
INSERT INTO "action_engine_events" VALUES('01M7WD5ZX0S9R9JG0XQ4JHFMN2',1,1795219731444226,'result','0','{"a":1}',NULL,X'12A324F5FF8B76CEF60B1DCE60AE92FDB6463512F4BEB6975B20173A5A802C98',X'2DC80D7FF3019418FD25657549606ADC56C64BF0BC8CFC3B220025D68D7C592D');
INSERT INTO "action_engine_events" VALUES('01M7WD7TG0PWKZT05PMY97MKER',1,1795219731444279,'decided','0','{"!":"tuple","=":[1,{"!":"datetime","=":["2026-11-20T12:00:00+00:00",null,0]}]}',NULL,X'7E3826F7EA664C053EC490BEBC934EBB7BAE4E4FBC235CD0E4011FB03ED5D27E',X'3F5864A645D1E24251342857D9134896BD64E0CAECF7F89E57AFD8796B9FEEE5');
INSERT INTO "action_engine_events" VALUES('01M7WD7TG0PWKZT05PMY97MKER',2,1795219731444281,'intent','1','{"code":"**REDACTED**"}',X'010B4A4CDB49925EE943395F82B94A1B10704A9818B5370AA62B5B8164B404883B51AA2C9BDD9C0ED640447D',X'EDDB45037488B9B4BF25E8AF7D97A00BAB322E54A121E738C6CD9EBBED27495E',X'7E3826F7EA664C053EC490BEBC934EBB7BAE4E4FBC235CD0E4011FB03ED5D27E');
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
INSERT INTO "action_engine_executions" VALUES('01M7WD5ZX0S9R9JG0XQ4JHFMN2','Good morning',1795175940000000,'run','{"x":1}','{"actions":[1]}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,0,NULL,NULL,'success',NULL,1,NULL,1795176000000000,NULL,1,NULL,'{"ok":true}',NULL,NULL,'9984b3c81513e1fa',X'3D20DEF9E65395FA5BEE7A5EE174F2C0A1890E7E5E4C6B438F4C28CF158D7A81');
INSERT INTO "action_engine_executions" VALUES('01M7WD7TG0PWKZT05PMY97MKER','Good night',1795176000000000,'run','null','{"actions":[{"data":{"code":"**REDACTED**"}}]}',X'0106AAF701FDF33B0810C55BC0C4B9FB50A144855E276B8AE25A327ECE837062F890F38E79E65201E8A36CA3A09EF89630F8688D754CB5CF4567854FC7FC2CF86A6A54',NULL,NULL,NULL,NULL,NULL,NULL,'automation.night',NULL,NULL,NULL,1,0,NULL,NULL,'executing',NULL,1,1795176000000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'9984b3c81513e1fa',NULL);
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
INSERT INTO "action_engine_schema_version" VALUES(1,1795219731441305);
CREATE TABLE action_engine_touched (
	kind VARCHAR(16) NOT NULL, 
	what VARCHAR(255) NOT NULL, 
	execution_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (kind, what, execution_id), 
	FOREIGN KEY(execution_id) REFERENCES action_engine_executions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "action_engine_touched" VALUES('action','run','01M7WD5ZX0S9R9JG0XQ4JHFMN2');
INSERT INTO "action_engine_touched" VALUES('action','alarm_control_panel.alarm_disarm','01M7WD7TG0PWKZT05PMY97MKER');
INSERT INTO "action_engine_touched" VALUES('action','run','01M7WD7TG0PWKZT05PMY97MKER');
INSERT INTO "action_engine_touched" VALUES('entity','alarm_control_panel.home','01M7WD7TG0PWKZT05PMY97MKER');
CREATE INDEX ix_action_engine_executions_state ON action_engine_executions (state, id);
CREATE INDEX ix_action_engine_executions_policy ON action_engine_executions (policy, id);
CREATE INDEX ix_action_engine_executions_origin ON action_engine_executions (origin, id);
CREATE INDEX ix_action_engine_executions_user_id ON action_engine_executions (user_id, id);
CREATE INDEX ix_action_engine_facts_category ON action_engine_facts (category);
CREATE INDEX ix_action_engine_touched_execution_id ON action_engine_touched (execution_id);
CREATE INDEX ix_action_engine_approvals_execution_id ON action_engine_approvals (execution_id);
CREATE INDEX ix_action_engine_approvals_answer ON action_engine_approvals (answer, expires);
COMMIT;
