import type { setUp as chinese } from '../zh-CN/set-up.ts'

export const setUp = {
  title: 'Set up the station',
  lead: 'Three pages, three minutes. After that this PC does all the work without a network.',
  steps: { station: 'Station', password: 'Password', recovery: 'Recovery code' },
  stepOf: 'Page {{n}} of 3',
  next: 'Next',
  back: 'Back',
  office: {
    label: 'This is',
    community: 'a community station',
    street: 'a street office',
    district: 'a district office',
    hint: {
      community: 'Takes in and handles what residents ask for',
      street: 'Sees the work of its stations, sends orders and the directory; residents’ names stay at the station',
      district:
        'Sees the work of streets and stations, sends orders and the directory; residents’ names stay at the station',
    },
  },
  station: {
    name: 'Name of the station',
    namePlaceholder: {
      community: 'e.g. Some Community Service Station',
      street: 'e.g. Some Street Office',
      district: 'e.g. Some District',
    },
    code: 'Community code',
    codeHint: 'The 12-digit statistical code. The street office knows it.',
    codeCount: '{{n}} digits so far, 12 are needed',
    short: 'Short code',
    shortHint: 'Case numbers begin with it: {{short}}-A-2026-00001. A capital letter, then 1 to 7 capitals or digits.',
    shortWrong: 'A capital letter, then 1 to 7 capitals or digits',
    user: 'Your name',
    userHint: 'Written into the records you make; it stays at the station',
    folder: 'The data will stand in {{folder}}',
  },
  password: {
    password: 'Password',
    again: 'Once more',
    tooShort: 'At least {{n}} characters',
    different: 'The two are not the same',
    adviceTitle: 'Choosing a password',
    advice1: 'Four or five unrelated words are easier to remember and harder to guess than a string of signs.',
    advice2:
      'It is stored nowhere and nobody can look it up; if you forget it, only the recovery code on the next page helps.',
    advice3: 'Do not use one from another system.',
    protectionTitle: 'How the data are protected',
    protection:
      'Argon2id (64 MiB, 3 rounds) turns the password into a key; records are encrypted with AES-256-GCM and checked with SHA-256. This program has passed neither a classified protection assessment nor a commercial cryptography assessment.',
    noSecrets: 'State secrets must not be entered.',
  },
  recovery: {
    lead: 'If the password is forgotten, only this opens the station. Print it or write it down now and lock it away. The program keeps no copy and never shows it again.',
    replaced:
      'The page was opened anew, and the code with it: the one printed or written down before is void. Use this one.',
    print: 'Print the code',
    proofTitle: 'Check your copy',
    group: 'Group {{n}}',
    groupHint: '4 characters, as on your paper',
    groupWrong: 'Not the same as above',
    finish: 'Finish set-up',
    finishing: 'Setting up, about a second',
    code: 'Recovery code',
  },
  join: {
    start: 'This is another PC of a station',
    lead: 'The station stands on another PC already. Make a request file here, have it approved there, and bring a grant file back.',
    name: 'What is this PC called?',
    nameHint: 'e.g. back office, window 2',
    nameNeeded: 'Give it a name that people know it by',
    ask: 'Make the request file',
    waiting: 'The request is made and waits for its grant file. You may close the page; it will be here next time.',
    carry:
      'Take the request file to the PC where the station was set up, and open it under “File exchange › PCs and keys”.',
    read: 'Read out these 16 digits: they must show exactly the same.',
    bring: 'Once approved there, a grant file is saved. Bring it back and open it below.',
    saveAgain: 'Save the request file again',
    stop: 'Do not join',
    grantTitle: 'The grant file is here',
    choose: 'Choose the grant file',
    password: 'The password you chose for this PC',
    open: 'Open the grant file',
    compare:
      'The grant is from “{{name}}”. This PC has the letter {{letter}} and is for {{user}}. Compare the station’s fingerprint with the PC where it was set up: all 16 digits.',
    compared: 'Compared group by group: both are the same',
    notAsked: 'No request of this PC is waiting; nothing was changed. Make a request file first.',
    fileCode: {
      'not-a-request': 'This is no request file, or not a whole one. Nothing was changed; copy it again.',
      'not-a-grant': 'This is no grant file, or not a whole one. Nothing was changed; copy it again.',
      'bad-signature':
        'The file was changed: its signature does not fit. It was not used; ask for a new one and compare by phone.',
      'newer-version': 'A newer Linwu made this file. Nothing was changed; update Linwu first.',
      'not-for-this-pc':
        'This grant is not for this PC. Nothing was changed; check the file, or have this PC’s request approved.',
      'other-kind':
        'This file is for something else (PCs and offices have files of their own). Nothing was changed; choose the other one.',
    },
  },
  paper: {
    title: 'Recovery code',
    station: 'Station',
    stationCode: 'Community code',
    date: 'Printed on',
    use: 'Use: when the password is forgotten, choose “Open with the recovery code” and type the 8 groups above.',
    keep: 'Whoever holds this paper can read the records of the station. Seal it, lock it away, take no photograph, and keep it away from the PC.',
    confidential: 'Who made a confidential report is protected apart; this code does not open it.',
    keeper: 'Kept by',
    signed: 'Signature',
    sealedOn: 'Sealed on',
    page: 'Page 1 of 1',
  },
} satisfies typeof chinese
