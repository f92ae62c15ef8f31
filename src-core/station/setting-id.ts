/** Apart from the settings' shapes, so that whoever only reads one carries no zod. `station`: with or without its type. */
export const settingId = (station: string, name: string): string => `setting:${station.replace(/^\w+:/, '')}.${name}`
