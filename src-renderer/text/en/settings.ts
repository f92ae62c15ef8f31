import type { settings as chinese } from '../zh-CN/settings.ts'

export const settings = {
  title: 'Settings',
  language: { title: 'Language', hint: 'Takes effect at once' },
  station: {
    title: 'This station',
    name: 'Name',
    code: 'Community code',
    number: 'Case numbers',
    user: 'At work',
    folder: 'Station folder',
    folderHint: 'All data stand here; copy the whole folder and you have moved the station.',
  },
  backup: {
    title: 'Backup',
    lead: 'Copies the station folder to another disk or USB stick and reads every file back. A backup is encrypted like the original and opens with the same password.',
    none: 'There is no backup yet. If this PC breaks, the records are gone.',
    last: 'Last: {{at}}, {{n}} files, verified',
    lastFailed: 'The last one, {{at}}, failed',
    to: 'Folder for the backup',
    toHint: 'The whole path; a missing folder is made, e.g. {{example}}',
    now: 'Back up now',
    working: 'Copying and verifying',
    done: 'Backed up: {{files}} files, {{size}}, each read back and compared.',
    where: 'It is in {{path}}',
    needed: 'Please name the folder',
  },
  check: {
    title: 'Check the data',
    lead: 'Reads every record from the start, compares it with what is shown and fills in what is missing. Do it whenever you like.',
    now: 'Check the data',
    working: 'Checking every record',
    clean: 'Checked: all {{n}} cases agree.',
    mended: 'Checked: {{n}} cases. {{damaged}} damaged places found, {{returned}} records put back.',
    gaps: '{{n}} records are in neither copy. Keep every backup and have them filled in from there.',
  },
  commandLine: {
    title: 'Command line',
    lead: 'A password of its own for the linwu command, which imports and verifies in batches. It opens the data without this PC, so make it longer, and set none if you need none.',
    password: 'Command-line password',
    again: 'Once more',
    add: 'Set the command-line password',
    working: 'About a second',
    done: 'It is set. Use: linwu list STATION-FOLDER --password-file FILE',
  },
  about: {
    title: 'About',
    version: 'Linwu {{version}}',
    licence: 'Published under Apache-2.0.',
    protectionTitle: 'How far the protection goes',
    algorithms:
      'Algorithms: Argon2id (64 MiB, 3 rounds) makes the key from the password; AES-256-GCM encrypts, Ed25519 signs, SHA-256 checks.',
    notAssessed:
      'It has passed neither a classified protection assessment (等级保护) nor a cryptography assessment (密码应用安全性评估).',
    noSecrets: 'State secrets must not be entered.',
    offline: 'The program opens no connection, uploads nothing and counts no use.',
    limits:
      'It stops whoever holds the disk or a backup but not the password. It does not stop somebody in front of an open screen, somebody who knows the password or the recovery code, or malware on this PC. Press Ctrl+L when you leave.',
    parts: 'Open-source parts',
  },
} satisfies typeof chinese
