/**
 * Typed columns over linwu.entity, one view for each type of entity that offices ask about. Only fields that may leave a
 * station (shared, directory); everything else never gets into the files. To add one: here; a field at the END of its list
 * (PostgreSQL replaces a view only when its columns stay in place).
 */
type Kind = 'text' | 'whole' | 'yes' | 'moment' | 'json'

export const VIEWS: Readonly<
  Record<string, { readonly type: string; readonly fields: Readonly<Record<string, Kind>> }>
> = {
  station: { type: 'station', fields: { name: 'text', code: 'text', short: 'text' } },
  provider: {
    type: 'provider',
    fields: {
      name: 'text',
      kind: 'text',
      phone: 'text',
      serviceType: 'text',
      funding: 'text',
      services: 'text',
      reach: 'json',
      hours: 'text',
      area: 'text',
      publicContact: 'text',
      role: 'text',
      standings: 'json',
      creditCode: 'text',
      stopped: 'yes',
    },
  },
  service: {
    type: 'service',
    fields: {
      provider: 'text',
      name: 'text',
      serviceType: 'text',
      categories: 'json',
      area: 'json',
      areaWords: 'text',
    },
  },
  place: {
    type: 'place',
    fields: {
      kind: 'text',
      name: 'text',
      parent: 'text',
      code: 'text',
      grid: 'text',
      residentGroup: 'text',
      retired: 'yes',
    },
  },
  category_change: {
    type: 'category',
    fields: {
      code: 'text',
      nameZh: 'text',
      nameEn: 'text',
      serviceType: 'text',
      duty: 'text',
      inForce: 'text',
      retired: 'yes',
      at: 'moment',
    },
  },
  topic: { type: 'topic', fields: { category: 'text', closed: 'yes', have: 'text', placeId: 'text', at: 'moment' } },
  agreement: {
    type: 'agreement',
    fields: {
      provider: 'text',
      kind: 'text',
      number: 'text',
      from: 'text',
      to: 'text',
      item: 'text',
      itemWords: 'text',
      unit: 'text',
      unitFen: 'whole',
      quota: 'whole',
      used: 'whole',
      capFen: 'whole',
      station: 'text',
    },
  },
  fund: {
    type: 'fund',
    fields: {
      kind: 'text',
      name: 'text',
      number: 'text',
      year: 'whole',
      basis: 'text',
      purpose: 'text',
      station: 'text',
      closed: 'yes',
      at: 'moment',
    },
  },
  money: {
    type: 'entry',
    fields: {
      kind: 'text',
      referral: 'text',
      agreement: 'text',
      fund: 'text',
      case: 'text',
      topic: 'text',
      activity: 'text',
      provider: 'text',
      fen: 'whole',
      units: 'json',
      copayFen: 'whole',
      anonymous: 'yes',
      corrects: 'text',
      day: 'text',
      at: 'moment',
    },
  },
}

const READ: Readonly<Record<Kind, (field: string) => string>> = {
  text: (field) => `fields->>'${field}'`,
  whole: (field) => `linwu.whole(fields->'${field}')`,
  yes: (field) => `linwu.is_true(fields->'${field}')`,
  moment: (field) => `linwu.moment(fields->>'${field}')`,
  json: (field) => `fields->'${field}'`,
}

/** serviceType → service_type; words of SQL (from, to, case) stand in quotes. */
export const columnOf = (field: string): string => `"${field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)}"`

export const typedViews = (): string =>
  Object.entries(VIEWS)
    .map(([view, { type, fields }]) => {
      const columns = Object.entries(fields).map(([field, kind]) => `${READ[kind](field)} AS ${columnOf(field)}`)
      return `CREATE OR REPLACE VIEW linwu.${view} AS SELECT house, id, conflicts,\n  ${columns.join(',\n  ')}\n  FROM linwu.entity WHERE type = '${type}';`
    })
    .join('\n')
