/**
 * The upper office's figures (figures/measures.ts, figures/rates.ts) over linwu.round, and queries.sql that asks for them. One
 * test runs both sides over the same station and wants equal numbers.
 */
import { AGES, MEASURES, type Measure } from '#core/figures/measures.ts'
import { RATE_RULES_START } from '#core/figures/rates.ts'

/** reopened, in-time → in_time */
export const measureColumn = (measure: Measure): string => measure.replaceAll('-', '_')

const within = (column: string): string => `(${column} >= from_at AND ${column} < until_at)`
const IS_OPEN = `(received_at < until_at AND coalesce(closed_at >= until_at, true) AND coalesce(ended_at >= until_at, true))`
const DATED = `(${within('closed_at')} AND due_at IS NOT NULL)`
const REVISITED = within('revisited_at')
const OLD = '(least(until_at, now_at) - received_at)'

/** What one round counts as, each 0 or 1. The same as \`marker\` in figures/measures.ts. */
const TESTS: Readonly<Record<Exclude<Measure, (typeof AGES)[number][0] | 'open-more'>, string>> = {
  received: `round = 1 AND ${within('received_at')}`,
  reopened: `round > 1 AND ${within('received_at')}`,
  dispatched: `EXISTS (SELECT FROM unnest(dispatched_at) AS d(at) WHERE ${within('d.at')})`,
  closed: within('closed_at'),
  timed: DATED,
  'in-time': `${DATED} AND closed_at <= due_at`,
  'on-the-spot': `${within('closed_at')} AND on_the_spot`,
  open: IS_OPEN,
  overdue: `${IS_OPEN} AND due_at < least(until_at, now_at)`,
  valid: REVISITED,
  contacted: `${REVISITED} AND contacted`,
  solved: `${REVISITED} AND solved`,
  satisfied: `${REVISITED} AND grade IN ('satisfied', 'very-satisfied')`,
  basically: `${REVISITED} AND grade = 'basically'`,
  self: `${REVISITED} AND self`,
  bad: `${REVISITED} AND bad`,
  tied: `${REVISITED} AND tied`,
  others: `${REVISITED} AND NOT self`,
}

function testOf(measure: Measure): string {
  if (measure in TESTS) return TESTS[measure as keyof typeof TESTS]
  const at = AGES.findIndex(([name]) => name === measure)
  const from = at === 0 ? '' : ` AND ${OLD} > interval '${AGES.at(at < 0 ? -1 : at - 1)![1]} days'`
  return IS_OPEN + from + (at < 0 ? '' : ` AND ${OLD} <= interval '${AGES[at]![1]} days'`)
}

export const figuresSql = (): string => `\
-- What every round counts as between two moments (the first included). now_at: what is open is seen from the earlier of it and
-- until_at.
CREATE OR REPLACE FUNCTION linwu.counted(from_at timestamptz, until_at timestamptz, now_at timestamptz)
RETURNS TABLE (house uuid, case_id text, round integer, service_type text, category text, provider text,
  ${MEASURES.map((measure) => `"${measureColumn(measure)}" integer`).join(', ')})
LANGUAGE sql STABLE AS $$
  SELECT house, case_id, round, service_type, category, provider,
    ${MEASURES.map((measure) => `coalesce(${testOf(measure)}, false)::integer`).join(',\n    ')}
  FROM linwu.round
$$;

-- Percent with one decimal, rounded once, half up; NULL where there is nothing to divide by.
CREATE OR REPLACE FUNCTION linwu.percent(part numeric, of_all numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN of_all > 0 THEN round(div(part * 2000 + of_all, of_all * 2) / 10.0, 1) END $$;
-- Weights and what 基本满意 counts, in ten-thousandths.
CREATE OR REPLACE FUNCTION linwu.satisfaction(valid bigint, satisfied bigint, basically bigint, factor numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT linwu.percent(satisfied * 10000 + basically * round(factor * 10000), valid * 10000::numeric) $$;
CREATE OR REPLACE FUNCTION linwu.score(valid bigint, contacted bigint, solved bigint, satisfied bigint, basically bigint,
  w_response numeric, w_satisfaction numeric, w_solution numeric, factor numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT linwu.percent(round(w_response * 10000) * contacted * 10000
    + round(w_satisfaction * 10000) * (satisfied * 10000 + basically * round(factor * 10000))
    + round(w_solution * 10000) * solved * 10000, valid * 100000000::numeric) $$;
`

const SUMS = MEASURES.map((measure) => `sum("${measureColumn(measure)}") AS "${measureColumn(measure)}"`).join(',\n  ')
const RATES = `\
  linwu.percent(sum(in_time), sum(timed)) AS in_time_rate,
  linwu.percent(sum(contacted), sum(valid)) AS response_rate,
  linwu.percent(sum(solved), sum(valid)) AS solution_rate,
  linwu.satisfaction(sum(valid), sum(satisfied), sum(basically), :basically) AS satisfaction_rate,
  linwu.score(sum(valid), sum(contacted), sum(solved), sum(satisfied), sum(basically), :w_response, :w_satisfaction, :w_solution, :basically) AS score`
const PERIOD = `linwu.counted(:'from', :'until', :'now')`

export const queriesSql = (): string => `\
-- The upper office's figures. From the shell:
--   psql -d DATABASE -v from='2026-11-01T00:00:00+08:00' -v until='2026-12-01T00:00:00+08:00' -f queries.sql
-- until is not included. Without them: this calendar month. now, the weights and what 基本满意 counts may be given likewise;
-- they begin as in the program (DOMAIN: 0.1 / 0.4 / 0.5, 0.9).
\\set ON_ERROR_STOP on
SET TIME ZONE 'Asia/Shanghai';
\\if :{?from} \\else
  SELECT to_char(date_trunc('month', now()), 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS "from" \\gset
\\endif
\\if :{?until} \\else
  SELECT to_char(date_trunc('month', now()) + interval '1 month', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS "until" \\gset
\\endif
\\if :{?now} \\else
  SELECT to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS "now" \\gset
\\endif
${Object.entries({
  w_response: RATE_RULES_START.response,
  w_satisfaction: RATE_RULES_START.satisfaction,
  w_solution: RATE_RULES_START.solution,
  basically: RATE_RULES_START.basically,
})
  .map(([name, start]) => `\\if :{?${name}} \\else \\set ${name} ${start} \\endif`)
  .join('\n')}

\\echo '== all =='
SELECT
  ${SUMS},
${RATES}
FROM ${PERIOD};

\\echo '== by station =='
SELECT c.house, s.name,
  ${SUMS},
${RATES}
FROM ${PERIOD} c LEFT JOIN linwu.station s ON s.house = c.house AND s.id = 'station:' || c.house
GROUP BY c.house, s.name ORDER BY c.house;

\\echo '== by type of service =='
SELECT coalesce(service_type, '') AS service_type,
  ${SUMS},
${RATES}
FROM ${PERIOD} GROUP BY 1 ORDER BY 1;

\\echo '== by category =='
SELECT category,
  ${SUMS},
${RATES}
FROM ${PERIOD} GROUP BY 1 ORDER BY 1;

\\echo '== by provider =='
SELECT coalesce(provider, '') AS provider,
  ${SUMS},
${RATES}
FROM ${PERIOD} GROUP BY 1 ORDER BY 1;

\\echo '== by month =='
SELECT to_char(m.month, 'YYYY-MM') AS month,
  ${SUMS},
${RATES}
FROM generate_series(date_trunc('month', :'from'::timestamptz), :'until'::timestamptz - interval '1 second', interval '1 month') AS m(month),
LATERAL linwu.counted(m.month, m.month + interval '1 month', :'now') GROUP BY m.month ORDER BY m.month;

\\echo '== cases by station and status, now =='
SELECT house, status, count(*) AS cases FROM linwu.case_now GROUP BY house, status ORDER BY house, status;

\\echo '== money of orders and funds, entries by station and kind =='
SELECT house, kind, count(*) AS entries, sum(fen) AS fen FROM linwu.money GROUP BY house, kind ORDER BY house, kind;

\\echo '== events whose id is not the hash of their header (none, or somebody changed them) =='
SELECT count(*) AS altered FROM linwu.event
WHERE translate(rtrim(encode(sha256(convert_to(header, 'UTF8')), 'base64'), '='), '+/', '-_') <> id
   OR (payload IS NOT NULL AND translate(rtrim(encode(sha256(convert_to(payload, 'UTF8')), 'base64'), '='), '+/', '-_') <> substring(header from '^.*"ph":"([0-9A-Za-z_-]{43})"'));

\\echo '== numbers that are missing in the logs =='
SELECT log, before + 1 AS from_n, n - 1 AS to_n
FROM (SELECT DISTINCT log, n, coalesce(lag(n) OVER (PARTITION BY log ORDER BY n), 0) AS before FROM linwu.event) l
WHERE n > before + 1 ORDER BY log, n;
`
