/** What psql is given beside schema and figures. `house` is a uuid everywhere: nothing else becomes part of a script. */

/** Known events are left alone; one whose words come only now gets them. */
export const stationSql = (house: string): string => `\
-- Events of one station. Run in the exported folder, after schema.sql; any number of stations at once.
\\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET client_encoding = 'UTF8';
BEGIN;
CREATE TEMP TABLE arriving (LIKE linwu.event) ON COMMIT DROP;
\\copy arriving FROM 'events/${house}.copy'
WITH fresh AS (
  INSERT INTO linwu.event AS e SELECT DISTINCT ON (id) * FROM arriving ORDER BY id, payload IS NULL
  ON CONFLICT (house, id) DO UPDATE SET payload = excluded.payload, fields = excluded.fields
    WHERE e.payload IS NULL AND excluded.payload IS NOT NULL
  RETURNING entity
) INSERT INTO linwu.touched SELECT DISTINCT entity FROM fresh;
COMMIT;
`

/** Also right when a load was cut short before it: whatever was touched is still noted. */
export const FINISH = `\
-- What the events come to. Run once when all stations are in; again does no harm.
\\set ON_ERROR_STOP on
SET client_min_messages = warning;
BEGIN;
CALL linwu.refresh();
COMMIT;
-- Rows that an erasure emptied leave the tables' files only now.
VACUUM ANALYZE linwu.event, linwu.entity, linwu.act, linwu.round, linwu.case_now;
`

export const loadSql = (houses: readonly string[]): string => `\
-- Everything: cd into this folder, then  psql -d DATABASE -f load.sql
\\set ON_ERROR_STOP on
\\ir schema.sql
${houses.map((house) => `\\ir stations/${house}.sql`).join('\n')}
\\ir finish.sql
`

export const readMe = (): string => `\
邻务：给 PostgreSQL 的数据文件（shared 与 directory 两类字段；没有姓名、电话、诉求原文）
Linwu: files for PostgreSQL (fields of the scopes shared and directory; no names, telephones or stories of residents)

  cd 这个文件夹 / this folder
  psql -d DATABASE -f load.sql

同一个文件夹再导入一次不会重复；以后的导出接着导入即可，先后次序不限。
The same folder again adds nothing; load later exports on top, in any order.

按站点并行 / stations side by side:
  psql -d DATABASE -f schema.sql
  ls stations/*.sql | xargs -P 4 -n 1 psql -q -d DATABASE -f
  psql -d DATABASE -f finish.sql

数字 / figures:
  psql -d DATABASE -v from='2026-11-01T00:00:00+08:00' -v until='2026-12-01T00:00:00+08:00' -f queries.sql

数据库用 UTF8 编码。多台服务器（Citus）怎样分布，见 schema.sql 里的注释。
The database's encoding is UTF8. How to distribute it over servers (Citus): the remark in schema.sql.
已删除的内容在导入时一并删除；数据库的备份和 WAL 由管理员另行清理。
What was erased is erased by the load; backups and WAL of the database are its keeper's to clear.
`
