/**
 * The database: what was written (event), what it comes to (entity, act, round, case_now), and views with typed columns.
 * `linwu.refresh()` (refresh-sql.ts) makes the second out of the first, for whatever a load touched.
 */
import { typedViews } from './typed-views.ts'

/** `houses`: uuids whose partitions this export needs. May be run again and again, also over the schema of an earlier export. */
export const schemaSql = (houses: readonly string[]): string => `\
-- Tables and views. Run once before the stations; again does no harm.
\\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET client_encoding = 'UTF8';
BEGIN;
-- Two loads at once: one schema after the other.
DO $lock$ BEGIN PERFORM pg_advisory_xact_lock(7105181); END $lock$;
CREATE SCHEMA IF NOT EXISTS linwu;

-- Ids compare byte by byte, as in the program, whatever the database's language is.
-- header and payload: the two lines as they were signed (id = SHA-256 of header, header's "ph" = SHA-256 of payload).
-- payload is NULL once erased. fields: the payload's values, with the two signs replaced that PostgreSQL cannot keep.
CREATE TABLE IF NOT EXISTS linwu.event (
  house    uuid   NOT NULL,
  id       text   COLLATE "C" NOT NULL,
  log      text   COLLATE "C" NOT NULL,
  n        bigint NOT NULL,
  lamport  bigint NOT NULL,
  at       text   COLLATE "C" NOT NULL,
  kind     text   COLLATE "C" NOT NULL,
  type     text   COLLATE "C" NOT NULL,
  entity   text   COLLATE "C" NOT NULL,
  scope    text   COLLATE "C" NOT NULL,
  command  text   NOT NULL,
  replaces jsonb,
  fields   jsonb,
  header   text   NOT NULL,
  payload  text,
  PRIMARY KEY (house, id)
) PARTITION BY LIST (house);
CREATE INDEX IF NOT EXISTS event_entity ON linwu.event (entity);
CREATE INDEX IF NOT EXISTS event_log ON linwu.event (log, n);

${houses.map((house) => `CREATE TABLE IF NOT EXISTS linwu."${partitionOf(house)}" PARTITION OF linwu.event FOR VALUES IN ('${house}');`).join('\n')}

-- Entities whose events came since the last refresh.
CREATE TABLE IF NOT EXISTS linwu.touched (entity text COLLATE "C" NOT NULL);

-- Every entity with the values shown: of writes that replace nothing of each other the one with the highest Lamport number,
-- then the largest id; fields on which they differ are named in conflicts. house: whose PC wrote it first.
-- What was erased altogether is not in here.
CREATE TABLE IF NOT EXISTS linwu.entity (
  house     uuid NOT NULL,
  id        text COLLATE "C" NOT NULL,
  type      text COLLATE "C" NOT NULL,
  fields    jsonb NOT NULL,
  conflicts text[] NOT NULL,
  lamport   bigint NOT NULL,
  written   text COLLATE "C" NOT NULL,
  about     text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN fields->>'case' ~ '^case:[0-9A-Za-z._-]{1,80}$' THEN fields->>'case' END) STORED,
  PRIMARY KEY (house, id)
);
CREATE INDEX IF NOT EXISTS entity_id ON linwu.entity (id);
CREATE INDEX IF NOT EXISTS entity_type ON linwu.entity (type);
CREATE INDEX IF NOT EXISTS entity_about ON linwu.entity (about) WHERE about IS NOT NULL;

-- Acts of cases in the order everybody agrees on (position). Withdrawn ones are kept and count nowhere.
CREATE TABLE IF NOT EXISTS linwu.act (
  house     uuid NOT NULL,
  case_id   text COLLATE "C" NOT NULL,
  id        text COLLATE "C" NOT NULL,
  type      text COLLATE "C" NOT NULL,
  position  integer NOT NULL,
  round     integer NOT NULL,
  withdrawn boolean NOT NULL,
  at        text COLLATE "C",
  lamport   bigint NOT NULL,
  fields    jsonb NOT NULL,
  PRIMARY KEY (house, id)
);
CREATE INDEX IF NOT EXISTS act_case ON linwu.act (case_id, type);
CREATE INDEX IF NOT EXISTS act_id ON linwu.act (id);

-- One row for every round of a case (a reopened case has several): what the figures count.
CREATE TABLE IF NOT EXISTS linwu.round (
  house            uuid NOT NULL,
  case_id          text COLLATE "C" NOT NULL,
  round            integer NOT NULL,
  service_type     text COLLATE "C",
  category         text COLLATE "C" NOT NULL,
  provider         text COLLATE "C",
  agreement        text COLLATE "C",
  received_at      timestamptz,
  first_contact_at timestamptz,
  due_at           timestamptz,
  answered_at      timestamptz,
  closed_at        timestamptz,
  outcome          text COLLATE "C",
  ended_at         timestamptz,
  on_the_spot      boolean NOT NULL,
  dispatched_at    timestamptz[] NOT NULL,
  revisit          text COLLATE "C",
  revisited_at     timestamptz,
  contacted        boolean,
  solved           boolean,
  scale            text,
  grade            text COLLATE "C",
  bad              boolean,
  self             boolean,
  tied             boolean NOT NULL,
  PRIMARY KEY (house, case_id, round)
);

CREATE TABLE IF NOT EXISTS linwu.case_now (
  house        uuid NOT NULL,
  id           text COLLATE "C" NOT NULL,
  number       text,
  request_kind text COLLATE "C" NOT NULL,
  channel      text COLLATE "C" NOT NULL,
  urgency      text COLLATE "C" NOT NULL,
  anonymous    boolean NOT NULL,
  raised_at    timestamptz,
  received_at  timestamptz,
  due_at       timestamptz,
  status       text COLLATE "C" NOT NULL,
  service_type text COLLATE "C",
  category     text COLLATE "C" NOT NULL,
  provider     text COLLATE "C",
  rounds       integer NOT NULL,
  disputed     boolean NOT NULL,
  PRIMARY KEY (house, id)
);

-- On one server nothing more is needed. On several (Citus): make the tables above without PARTITION BY LIST (the shards are
-- the partitions then; leave out the lines "PARTITION OF"), and before the first load:
--   SELECT create_distributed_table('linwu.event',    'house');
--   SELECT create_distributed_table('linwu.entity',   'house', colocate_with => 'linwu.event');
--   SELECT create_distributed_table('linwu.act',      'house', colocate_with => 'linwu.event');
--   SELECT create_distributed_table('linwu.round',    'house', colocate_with => 'linwu.event');
--   SELECT create_distributed_table('linwu.case_now', 'house', colocate_with => 'linwu.event');
--   SELECT create_reference_table('linwu.touched');
-- house is the first column of every primary key for this; joins by case name it on both sides. Not tried on Citus.

-- A moment as the program writes it, 2026-11-22T09:02:11+08:00; NULL for anything else, from whatever version or hand.
CREATE OR REPLACE FUNCTION linwu.moment(said text) RETURNS timestamptz LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF said !~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00$' THEN RETURN NULL; END IF;
  RETURN said::timestamptz;
EXCEPTION WHEN others THEN RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION linwu.whole(said jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN jsonb_typeof(said) = 'number' AND abs(said::numeric) < 9e15 THEN said::numeric::bigint END $$;
CREATE OR REPLACE FUNCTION linwu.is_true(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT said IS NOT NULL AND said = 'true'::jsonb $$;

${typedViews()}
COMMIT;
`

/** \`house\` is a uuid: nothing else ever becomes part of a name. */
export const partitionOf = (house: string): string => `event_${house.replaceAll('-', '')}`
