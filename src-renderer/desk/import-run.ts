/**
 * Which files somebody said yes to in one go and that are not in yet. Kept among the drafts of the folder (ids of files in inbox/,
 * nothing of their contents), so that a lock, a reload or a killed program in the middle of a folder loses none of them.
 */
import type { FolderHost } from '#core/host/host.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'

const DRAFT = 'importing'
const ID = /^[0-9a-f]{32}$/

export type ImportRun = {
  /** Of these, the ones that still lie where they came in. */
  readonly left: () => Promise<readonly string[]>
  readonly begin: (inboxes: readonly string[]) => Promise<void>
  /** In, or shown to somebody as stopped: no longer of the run. */
  readonly done: (inbox: string) => void
  readonly end: () => Promise<void>
}

export function importRun(host: Pick<FolderHost, 'listDrafts' | 'putDraft' | 'listInbox'>): ImportRun {
  let open: Set<string> | null = null

  async function known(): Promise<Set<string>> {
    if (open) return open
    const drafts = await host.listDrafts()
    const draft = drafts.ok ? drafts.value.find(({ id }) => id === DRAFT) : undefined
    return (open ??= new Set(draft ? idsIn(draft.bytes) : []))
  }

  // A disk that refuses it costs the offer, not the files: they are in the inbox and listed there.
  const keep = async (ids: ReadonlySet<string>): Promise<void> =>
    void (await host.putDraft(DRAFT, ids.size > 0 ? utf8(JSON.stringify([...ids])) : new Uint8Array()))

  return {
    left: async () => {
      const ids = await known()
      const listed = ids.size > 0 ? await host.listInbox() : null
      return listed?.ok ? listed.value.filter(({ id, box }) => box === 'new' && ids.has(id)).map(({ id }) => id) : []
    },
    begin: async (inboxes) => {
      const ids = await known()
      for (const id of inboxes) ids.add(id)
      await keep(ids)
    },
    done: (inbox) => void open?.delete(inbox),
    end: async () => keep(await known()),
  }
}

function idsIn(bytes: Uint8Array): readonly string[] {
  try {
    const ids = JSON.parse(fromUtf8(bytes)) as unknown
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string' && ID.test(id)) : []
  } catch {
    return [] // cut by a full disk
  }
}
