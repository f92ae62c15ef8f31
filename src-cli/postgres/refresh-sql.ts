/**
 * `linwu.refresh()`: the program's own rules in SQL, over whatever a load touched. kernel/entity.ts (which value is shown,
 * erasure), case-file/case-file.ts (order of acts, withdrawals), case-file/status.ts, orders.ts, due.ts, figures/round-facts.ts
 * and revisit-facts.ts. tests/office/postgres.test.ts holds every row to what the program says.
 */
import { ACT_TYPES } from '#core/case-file/scopes.ts'
import { ERASE_KIND } from '#core/kernel/event.ts'

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/** Steps that end an order (orders.ts, ENDING), and those that tell of work (status.ts, WORKING). */
const ENDING = ['declined', 'returned', 'silent', 'recalled']
const WORKING = ['accepted', 'done', 'received', 'fed-back', 'interim']

export const refreshSql = (): string => `\
CREATE OR REPLACE PROCEDURE linwu.refresh() LANGUAGE plpgsql AS $refresh$
BEGIN
PERFORM pg_advisory_xact_lock(7105182);  -- one refresh after the other
SET LOCAL jit = off;
CREATE TEMP TABLE t_entity ON COMMIT DROP AS
  WITH t AS (DELETE FROM linwu.touched RETURNING entity) SELECT DISTINCT entity AS id FROM t;
ANALYZE t_entity;

-- Erased is erased, whichever came first. What was erased stays listed with its header; its words are gone.
UPDATE linwu.event e SET payload = NULL, fields = NULL
  FROM (SELECT DISTINCT entity, scope FROM linwu.event JOIN t_entity t ON t.id = entity WHERE kind = '${ERASE_KIND}') x
  WHERE e.entity = x.entity AND e.scope = x.scope AND e.kind <> '${ERASE_KIND}' AND e.payload IS NOT NULL;

-- Values shown of each touched entity.
CREATE TEMP TABLE t_event ON COMMIT DROP AS
  SELECT e.house, e.id, e.lamport, e.kind, e.type, e.entity, e.scope, e.replaces, e.fields
  FROM linwu.event e JOIN t_entity t ON t.id = e.entity;
CREATE TEMP TABLE t_gone ON COMMIT DROP AS
  SELECT DISTINCT e.entity, r.key AS field, old.id COLLATE "C" AS id
  FROM t_event e, jsonb_each(e.replaces) r, jsonb_array_elements_text(r.value) AS old(id)
  WHERE e.replaces IS NOT NULL AND e.kind <> '${ERASE_KIND}';
ANALYZE t_event;
ANALYZE t_gone;
CREATE TEMP TABLE t_live ON COMMIT DROP AS
  SELECT e.entity, e.id, e.lamport, e.scope, f.key AS field, f.value
  FROM t_event e, jsonb_each(e.fields) f
  WHERE e.kind <> '${ERASE_KIND}' AND e.fields IS NOT NULL
    AND NOT EXISTS (SELECT FROM t_gone g WHERE g.entity = e.entity AND g.field = f.key AND g.id = e.id);
ANALYZE t_live;

DELETE FROM linwu.entity x USING t_entity t WHERE x.id = t.id;
INSERT INTO linwu.entity (house, id, type, fields, conflicts, lamport, written)
  WITH shown AS (
    SELECT DISTINCT ON (entity, field) entity, field, value FROM t_live ORDER BY entity, field, lamport DESC, id DESC
  ), fields AS (
    SELECT entity, jsonb_object_agg(field, value) AS fields FROM shown GROUP BY entity
  ), differ AS (
    SELECT entity, array_agg(field ORDER BY field COLLATE "C") AS fields FROM (
      SELECT entity, field FROM t_live GROUP BY entity, field HAVING count(DISTINCT value) > 1) d GROUP BY entity
  ), first AS (
    SELECT DISTINCT ON (entity) entity, lamport, id FROM t_live ORDER BY entity, lamport, scope <> 'shared', id
  ), made AS (
    SELECT DISTINCT ON (entity) entity, house, type, lamport, id FROM t_event ORDER BY entity, lamport, id
  ), erased AS (
    SELECT DISTINCT entity FROM t_event WHERE kind = '${ERASE_KIND}'
  )
  SELECT m.house, m.entity, m.type, coalesce(f.fields, '{}'), coalesce(d.fields, '{}'),
         coalesce(w.lamport, m.lamport), coalesce(w.id, m.id)
  FROM made m
  LEFT JOIN fields f USING (entity) LEFT JOIN differ d USING (entity) LEFT JOIN first w USING (entity) LEFT JOIN erased x USING (entity)
  WHERE f.entity IS NOT NULL OR x.entity IS NULL;
-- Fresh numbers for the planner after every large step: without them a join of a million rows becomes a loop in a loop.
ANALYZE linwu.entity;

-- Cases that are other than before: themselves, or by an act.
CREATE TEMP TABLE t_case ON COMMIT DROP AS
  SELECT id FROM t_entity WHERE id LIKE 'case:%'
  UNION SELECT a.case_id FROM linwu.act a JOIN t_entity t ON t.id = a.id
  UNION SELECT x.about FROM linwu.entity x JOIN t_entity t ON t.id = x.id
        WHERE x.about IS NOT NULL AND x.type IN (${list(ACT_TYPES)});
ANALYZE t_case;
DELETE FROM linwu.act x USING t_case t WHERE x.case_id = t.id;
DELETE FROM linwu.round x USING t_case t WHERE x.case_id = t.id;
DELETE FROM linwu.case_now x USING t_case t WHERE x.id = t.id;

INSERT INTO linwu.act (house, case_id, id, type, position, round, withdrawn, at, lamport, fields)
  WITH acts AS (
    SELECT c.house, c.id AS case_id, x.id, x.type, x.fields, x.lamport,
           row_number() OVER (PARTITION BY c.id ORDER BY x.lamport, x.written) AS position
    FROM t_case t JOIN linwu.entity c ON c.id = t.id AND c.type = 'case' AND c.fields ? 'receivedAt' JOIN linwu.entity x ON x.about = c.id
    WHERE x.type IN (${list(ACT_TYPES)})
      -- An act that says nothing (its words never came, or were erased) is none.
      AND x.fields <> '{}'
  ), parted AS (
    SELECT a.*, w.act IS NOT NULL AND a.type NOT IN ('withdrawal', 'viewing', 'correction') AS withdrawn
    FROM acts a LEFT JOIN (SELECT DISTINCT case_id, fields->>'act' AS act FROM acts WHERE type = 'withdrawal') w
      ON w.case_id = a.case_id AND w.act = a.id
  )
  SELECT house, case_id, id, type, position,
         1 + count(*) FILTER (WHERE type = 'reopening' AND NOT withdrawn) OVER (PARTITION BY case_id ORDER BY position),
         withdrawn, fields->>'at', lamport, fields
  FROM parted;
ANALYZE linwu.act;

CREATE TEMP TABLE t_act ON COMMIT DROP AS
  SELECT a.* FROM linwu.act a JOIN t_case t ON t.id = a.case_id WHERE NOT a.withdrawn AND a.type <> 'withdrawal';
CREATE INDEX ON t_act (case_id, type, round);
ANALYZE t_act;

-- Orders: what ended them, within their round.
CREATE TEMP TABLE t_order ON COMMIT DROP AS
  WITH ruled AS (
    SELECT DISTINCT ON (o.id) o.case_id, o.round, o.fields->>'referral' AS referral, r.fields->>'decision' AS decision
    FROM t_act o JOIN t_act r ON r.case_id = o.case_id AND r.round = o.round AND r.type = 'ruling' AND r.fields->>'objection' = o.id
    WHERE o.type = 'objection' ORDER BY o.id, r.position DESC
  )
  SELECT o.case_id, o.round, o.id, o.position, o.fields, o.at, o.fields->>'role' IS DISTINCT FROM 'co' AS is_lead,
    EXISTS (SELECT FROM t_act s WHERE s.case_id = o.case_id AND s.round = o.round AND s.type = 'referral-step'
            AND s.fields->>'referral' = o.id AND s.fields->>'step' IN (${list(ENDING)}))
    OR EXISTS (SELECT FROM ruled u WHERE u.case_id = o.case_id AND u.round = o.round AND u.referral = o.id AND u.decision = 'upheld') AS ended
  FROM t_act o WHERE o.type = 'referral';
CREATE INDEX ON t_order (case_id, round);
ANALYZE t_order;

-- Revisits that count: valid, and not set aside by an upheld objection.
CREATE TEMP TABLE t_revisit ON COMMIT DROP AS
  WITH aside AS (
    SELECT case_id, revisit FROM (
      SELECT DISTINCT ON (case_id, fields->>'revisit') case_id, fields->>'revisit' AS revisit, fields->>'step' AS step
      FROM t_act WHERE type = 'rating-step' AND fields->>'step' IN ('upheld', 'refused')
      ORDER BY case_id, fields->>'revisit', position DESC) s
    WHERE step = 'upheld'
  )
  SELECT v.* FROM t_act v WHERE v.type = 'revisit' AND linwu.is_true(v.fields->'valid')
    AND NOT EXISTS (SELECT FROM aside s WHERE s.case_id = v.case_id AND s.revisit = v.id);
CREATE INDEX ON t_revisit (case_id, round);
ANALYZE t_revisit;

-- One row a round, times still as text.
CREATE TEMP TABLE t_per ON COMMIT DROP AS
    SELECT case_id, round,
      (array_agg(fields ORDER BY position DESC) FILTER (WHERE type = 'closing'))[1] AS closing,
      bool_or(type = 'closing') AS is_closed,
      bool_or(type = 'revisit' AND linwu.is_true(fields->'valid')) AS is_revisited,
      min(at) FILTER (WHERE type = 'reopening') AS reopened_at,
      nullif(min(fields->>'dueAt') FILTER (WHERE type = 'reopening'), '') AS own_due,
      bool_or(type = 'off-list-refusal') AS is_refusal,
      bool_or(type = 'answer') AS has_answer,
      bool_or(type = 'answer' AND (NOT fields ? 'to' OR fields->'to' @> '"resident"')) AS has_told,
      bool_or((type = 'contact' AND fields->>'kind' IS DISTINCT FROM 'note')
        OR (type = 'referral-step' AND fields->>'step' IN (${list(WORKING)}))) AS is_worked,
      min(at) FILTER (WHERE type = 'contact' AND linwu.is_true(fields->'reached') AND fields->>'kind' IS DISTINCT FROM 'note') AS contact_at,
      min(at) FILTER (WHERE type = 'answer' AND (NOT fields ? 'to' OR fields->'to' @> '"resident"')) AS told_at,
      max(fields->>'dueAt') FILTER (WHERE type = 'extension') AS extended
    FROM t_act GROUP BY case_id, round;
CREATE INDEX ON t_per (case_id, round);
ANALYZE t_per;
CREATE TEMP TABLE t_clock ON COMMIT DROP AS
    SELECT p.case_id, p.round,
      max(r.fields->>'dueAt') AS resumed,
      min(p.at) FILTER (WHERE r.id IS NULL) AS stopped
    FROM t_act p LEFT JOIN t_act r
      ON r.case_id = p.case_id AND r.round = p.round AND r.type = 'resume' AND r.fields->>'pause' = p.id
    WHERE p.type = 'pause' GROUP BY p.case_id, p.round;
CREATE INDEX ON t_clock (case_id, round);
ANALYZE t_clock;
CREATE TEMP TABLE t_round ON COMMIT DROP AS
  WITH rounds AS (
    SELECT c.house, c.id AS case_id, c.fields AS f, r.round,
      1 + (SELECT count(*) FROM t_act x WHERE x.case_id = c.id AND x.type = 'reopening') AS rounds
    FROM t_case t JOIN linwu.entity c ON c.id = t.id AND c.type = 'case' AND c.fields ? 'receivedAt',
    generate_series(1, 1 + (SELECT count(*) FROM t_act x WHERE x.case_id = c.id AND x.type = 'reopening')) AS r(round)
  )
  SELECT r.house, r.case_id, r.round::int AS round, r.rounds::int AS rounds, r.f,
    CASE WHEN r.round = 1 THEN coalesce(r.f->>'receivedAt', '') ELSE coalesce(p.reopened_at, '') END AS received,
    after.reopened_at AS ended,
    p.closing, coalesce(p.is_closed, false) AS is_closed, coalesce(p.is_revisited, false) AS is_revisited,
    coalesce(CASE WHEN linwu.is_true(r.f->'anonymous') OR p.is_refusal THEN p.has_answer ELSE p.has_told END, false) AS is_answered,
    coalesce(p.is_worked, false) AS is_worked, p.contact_at, p.told_at,
    d.due AS stood, CASE WHEN k.stopped IS NOT NULL AND (d.due IS NULL OR k.stopped <= d.due) THEN NULL ELSE d.due END AS due,
    -- While a case is closed no clock of it stands still (due.ts); the figures look at it as if it were open.
    CASE WHEN NOT coalesce(p.is_closed, false) AND k.stopped IS NOT NULL AND (d.due IS NULL OR k.stopped <= d.due) THEN NULL ELSE d.due END AS due_shown
  FROM rounds r
  LEFT JOIN t_per p USING (case_id, round)
  LEFT JOIN t_per after ON after.case_id = r.case_id AND after.round = r.round + 1
  LEFT JOIN t_clock k ON k.case_id = r.case_id AND k.round = r.round
  LEFT JOIN LATERAL (SELECT greatest(
    coalesce(p.own_due, nullif(r.f->>'orderDueAt', ''), r.f->>'dueAt') COLLATE "C", p.extended COLLATE "C", k.resumed COLLATE "C") AS due) d ON true;
CREATE INDEX ON t_round (case_id, round);
ANALYZE t_round;

INSERT INTO linwu.round
  SELECT r.house, r.case_id, r.round, s.service_type, coalesce(s.category, ''), o.provider, o.agreement,
    linwu.moment(r.received), linwu.moment(r.contact_at), linwu.moment(r.due), linwu.moment(r.told_at),
    linwu.moment(r.closing->>'at'), r.closing->>'outcome', linwu.moment(r.ended),
    r.round = 1 AND r.is_closed AND coalesce(r.closing->>'at' = r.received, false) AND NOT coalesce(l.has, false),
    coalesce(l.at, '{}'),
    v.id, linwu.moment(v.at), v.contacted, v.solved, v.scale, v.grade,
    (v.scale = 'three-rates' AND v.grade = 'dissatisfied')
      OR (v.scale = 'good-bad-5' AND v.grade IN ('dissatisfied', 'very-dissatisfied')),
    v.self, coalesce(v.tied, false)
  FROM t_round r
  LEFT JOIN LATERAL (
    SELECT c.fields->>'serviceType' AS service_type, c.fields->>'category' AS category FROM t_act c
    WHERE c.case_id = r.case_id AND c.type = 'classification' AND c.round <= r.round ORDER BY c.position DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (
    SELECT x.fields->>'provider' AS provider, x.fields->>'agreement' AS agreement FROM t_order x
    WHERE x.case_id = r.case_id AND x.round = r.round AND x.is_lead AND NOT x.ended ORDER BY x.position DESC LIMIT 1) o ON true
  LEFT JOIN LATERAL (
    SELECT true AS has, array_agg(linwu.moment(x.at)) FILTER (WHERE x.is_lead AND linwu.moment(x.at) IS NOT NULL) AS at
    FROM t_order x WHERE x.case_id = r.case_id AND x.round = r.round HAVING count(*) > 0) l ON true
  LEFT JOIN LATERAL (
    SELECT x.id, x.at, coalesce(x.fields->>'scale', '') AS scale, coalesce(x.fields->>'grade', '') AS grade,
      linwu.is_true(x.fields->'solved') AS solved, linwu.is_true(x.fields->'selfRevisit') AS self,
      CASE WHEN jsonb_typeof(x.fields->'contacted') = 'boolean' THEN linwu.is_true(x.fields->'contacted')
           ELSE coalesce(r.contact_at <= x.at, false) OR coalesce(r.told_at <= x.at, false) END AS contacted,
      EXISTS (SELECT FROM t_revisit y WHERE y.case_id = x.case_id AND y.round = x.round AND y.id <> x.id AND
        CASE WHEN x.fields ? 'after' THEN NOT x.fields->'after' @> to_jsonb(y.id::text)
             ELSE y.at = x.at OR y.lamport = x.lamport END) AS tied
    FROM t_revisit x WHERE x.case_id = r.case_id AND x.round = r.round ORDER BY x.position DESC LIMIT 1) v ON true;

ANALYZE linwu.round;
INSERT INTO linwu.case_now
  SELECT r.house, r.case_id, r.f->>'number', coalesce(r.f->>'requestKind', 'help'), coalesce(r.f->>'channel', 'visit'),
    coalesce(r.f->>'urgency', 'general'), linwu.is_true(r.f->'anonymous'), linwu.moment(r.f->>'raisedAt'),
    linwu.moment(r.f->>'receivedAt'), linwu.moment(r.due_shown),
    CASE WHEN r.is_closed THEN CASE WHEN r.is_revisited THEN 'revisited' ELSE 'closed' END
         WHEN r.is_answered THEN 'answered' WHEN r.is_worked THEN 'in-work'
         WHEN n.provider IS NOT NULL OR EXISTS (SELECT FROM t_order x WHERE x.case_id = r.case_id AND x.round = r.round AND x.is_lead AND NOT x.ended)
         THEN 'dispatched' ELSE 'received' END,
    n.service_type, n.category, n.provider, r.rounds,
    EXISTS (SELECT FROM linwu.entity x WHERE x.id = r.case_id AND x.conflicts <> '{}')
      OR EXISTS (SELECT FROM linwu.entity x WHERE x.about = r.case_id AND x.conflicts <> '{}')
  FROM t_round r JOIN linwu.round n ON n.case_id = r.case_id AND n.round = r.round WHERE r.round = r.rounds;
END $refresh$;
`
