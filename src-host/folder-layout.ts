/**
 * The station folder:
 *
 *   journal/000001-9f3c….seg   sealed, append-only           slots.json           wrapped keys
 *   blobs/9f/9f3c…             sealed attachments            slots.previous.json  the slots before the last change
 *   drafts/<id>                sealed drafts of forms        marker.json          what there was when it was last marked
 *   inbox/ (inbox-files.ts)    bundles that arrived          last-backup.json     where the last backup went
 *   backups/                   free for the user             lock                 the program that has it open (lock.ts)
 *
 * While a backup is being put back: restoring/ (a part, thrown away), restored/ (whole, moved up at the next open).
 */
export const LAYOUT = {
  journal: 'journal',
  blobs: 'blobs',
  drafts: 'drafts',
  inbox: 'inbox',
  backups: 'backups',
  slots: 'slots.json',
  previousSlots: 'slots.previous.json',
  marker: 'marker.json',
  lastBackup: 'last-backup.json',
  restoring: 'restoring',
  restored: 'restored',
} as const

export const FOLDERS = [LAYOUT.journal, LAYOUT.blobs, LAYOUT.drafts, LAYOUT.inbox, LAYOUT.backups] as const

/** Longest small file (slots, marker) that is read; a marker with 10,000 segments is 1 MB. */
export const SMALL_FILE_BYTES = 64 * 1024 * 1024

/** blobs/9f/ */
export const BLOB_FOLDER = /^[0-9a-f]{2}$/
