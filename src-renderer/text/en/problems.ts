import type { problems as chinese } from '../zh-CN/problems.ts'

export const problems = {
  label: { safe: 'Safe: ', todo: 'What to do: ' },
  code: {
    'disk-full': {
      what: 'The disk is full; this was not saved.',
      safe: 'Everything saved before is there, and what you typed is still on the page.',
      todo: 'Delete or move files you do not need, then try again.',
    },
    'not-writable': {
      what: 'The station folder cannot be written; this was not saved.',
      safe: 'Everything saved before is there, and what you typed is still on the page.',
      todo: 'Check that the disk is connected and the folder is not read-only, then try again.',
    },
    'locked-by-other': {
      what: 'Another program holds the station folder.',
      safe: 'The data were not touched.',
      todo: 'Close the other Linwu window or linwu command, then try again.',
    },
    moved: {
      what: 'Another program wrote into the station folder; this was not saved.',
      safe: 'Everything saved before is there.',
      todo: 'Close Linwu and open it again: it will check everything anew.',
    },
    'segment-full': {
      what: 'This is too large to save in one go.',
      safe: 'Everything saved before is there.',
      todo: 'Save it in smaller parts; compress attachments first.',
    },
    'segment-closed': {
      what: 'The write before failed, so this was not saved either.',
      safe: 'Everything saved before is there, and what you typed is still on the page.',
      todo: 'Try again; if it fails, close Linwu and open it again.',
    },
    'not-found': {
      what: 'There is no such file or folder.',
      safe: 'The station was not touched.',
      todo: 'Check the path, and that the USB stick or disk is connected.',
    },
    exists: {
      what: 'A file of that name is already there.',
      safe: 'It was not touched.',
      todo: 'Choose another name or place.',
    },
    'bad-request': {
      what: 'The program asked for something wrong; nothing was done.',
      safe: 'The data were not touched.',
      todo: 'Try again; if it returns, tell whoever looks after this PC.',
    },
    'io-failed': {
      what: 'The disk failed to read or write; this was not done.',
      safe: 'Everything saved before is there.',
      todo: 'Back up to another disk at once, then have this disk checked.',
    },
    'same-folder': {
      what: 'A backup cannot stand inside the station folder itself.',
      safe: 'The data were not touched.',
      todo: 'Choose a folder on another disk or USB stick.',
    },
    'not-empty': {
      what: 'That folder already holds a station.',
      safe: 'It was not touched.',
      todo: 'Choose an empty folder.',
    },
    'not-a-backup': {
      what: 'That folder is not a backup made by Linwu.',
      safe: 'The data were not touched.',
      todo: 'Choose the folder that the backup was written to.',
    },
    'backup-damaged': {
      what: 'The backup did not match when it was read back; it does not count.',
      safe: 'The station was not touched.',
      todo: 'Back up again to another disk or USB stick.',
    },
    gone: {
      what: 'The program behind the window does not answer; nobody knows whether this was saved.',
      safe: 'Everything shown as saved is in the station folder.',
      todo: 'Connect again and look; if it is missing, enter it again.',
    },
    'busy-elsewhere': {
      what: 'The station is open in another window.',
      safe: 'Everything saved there is safe.',
      todo: 'Go back to that window, or continue here.',
    },
    'file-busy': {
      what: 'Another program holds the file; often it is a virus scanner.',
      safe: 'No half file was left, and the station was not touched.',
      todo: 'Wait half a minute and try again.',
    },
    'target-gone': {
      what: 'The disk or folder is gone; the stick may have been pulled.',
      safe: 'The station was not touched, and nothing was noted as exported.',
      todo: 'Plug the stick in, or choose another folder, and try again.',
    },
    'check-failed': {
      what: 'Read back, the file was not what had been written; it does not count.',
      safe: 'The station was not touched, and nothing was noted as exported.',
      todo: 'Use another stick or folder.',
    },
    'not-here': {
      what: 'The browser edition cannot do this.',
      safe: 'The data were not touched.',
      todo: 'Use the desktop edition, or open the folder on this computer yourself.',
    },
    'slots-damaged': {
      what: 'The file with the keys (slots.json) is damaged.',
      safe: 'All records are there.',
      todo: 'Replace it with slots.json from a backup, then open again.',
    },
    'newer-version': {
      what: 'A newer Linwu wrote this station.',
      safe: 'The data were not touched.',
      todo: 'Install the newer version, then open again.',
    },
    'no-such-slot': {
      what: 'This station was never given this way of opening it.',
      safe: 'The data were not touched.',
      todo: 'Use the password or the recovery code from set-up.',
    },
    'wrong-password': {
      what: 'The password is wrong.',
      safe: 'Nothing was touched; you may try again as often as you like.',
      todo: 'Check Caps Lock and the input method; if you cannot remember it, use the recovery code.',
    },
    'wrong-code': {
      what: 'The recovery code is wrong.',
      safe: 'Nothing was touched; you may try again as often as you like.',
      todo: 'Compare the 8 groups with the paper one by one; if more than one was printed, the last one counts.',
    },
    'no-slots': {
      what: 'The file with the keys (slots.json) is missing.',
      safe: 'All records are there.',
      todo: 'Put it back into the station folder from a backup.',
    },
    'station-exists': {
      what: 'This folder already holds a station.',
      safe: 'It was not touched.',
      todo: 'Close the window, open it again and use its password.',
    },
    damaged: {
      what: 'The file of this attachment is damaged and cannot be opened.',
      safe: 'The written record of the case is intact.',
      todo: 'Fetch it from a backup, or ask the resident for it again.',
    },
    unknown: {
      what: 'Something unexpected happened.',
      safe: 'Everything shown as saved is there.',
      todo: 'Try again; if it returns, tell whoever looks after this PC.',
    },
  },
  sheet: {
    'not-a-sheet': {
      what: 'This is not a spreadsheet.',
      safe: 'Nothing was imported.',
      todo: 'Choose an .xlsx or .csv file.',
    },
    'old-xls': {
      what: 'This is an old kind of spreadsheet that cannot be read.',
      safe: 'Nothing was imported; the file was not touched.',
      todo: 'Open it in WPS or Excel, save it as .xlsx and try again.',
    },
    encrypted: {
      what: 'This file asks for a password.',
      safe: 'Nothing was imported.',
      todo: 'Open it in WPS or Excel, save a copy without the password and try again.',
    },
    damaged: {
      what: 'This file is damaged and cannot be read whole.',
      safe: 'Nothing was imported.',
      todo: 'Open it in WPS or Excel and save a copy; if that fails, ask for the file again.',
    },
    'too-big': {
      what: 'The file is larger than 200 MB, or unpacks to too much.',
      safe: 'Nothing was imported.',
      todo: 'Split it into several files and leave pictures out.',
    },
    'too-many-rows': {
      what: 'There are more than 200,000 rows.',
      safe: 'Nothing was imported.',
      todo: 'Split it by year.',
    },
    'too-many-columns': {
      what: 'There are too many columns for a register.',
      safe: 'Nothing was imported.',
      todo: 'Keep only the columns you need and save a copy.',
    },
    'unknown-encoding': {
      what: 'The text encoding is not known.',
      safe: 'Nothing was imported.',
      todo: 'Open it in WPS or Excel, save it as .xlsx and try again.',
    },
    empty: {
      what: 'There is nothing in this sheet.',
      safe: 'Nothing was imported.',
      todo: 'Check that it is the right file, and that the rows stand on the first sheet.',
    },
    'too-slow': {
      what: 'After a minute it was still being read, so it was stopped.',
      safe: 'Nothing was imported.',
      todo: 'Split it into smaller files.',
    },
  },
} satisfies typeof chinese
