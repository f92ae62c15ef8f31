import type { devices as zh } from '../zh-CN/devices.ts'

export const devices: typeof zh = {
  title: 'PCs and keys',
  loading: 'Reading',
  own: {
    title: 'Fingerprint of this station',
    lead: 'Other PCs and offices compare these 16 digits by phone when they join. Only if they are the same is it this station.',
    none: 'Made when the first PC or office joins.',
    root: 'The main key is on this PC: PCs and offices below are let in here.',
    noRoot: 'The main key is on the PC where the station was set up: let PCs and offices in there.',
  },
  pcs: {
    title: 'PCs of this station',
    one: 'Only this one. To add one: open Linwu on the new PC and choose “This is another PC of a station”.',
    this: 'this one',
    letter: 'letter {{letter}}',
    user: 'first used by {{name}}',
    since: 'since {{day}}',
    state: { in: 'in use', asked: 'waits for its grant', retired: 'old keys', revoked: 'shut out' },
    unnamed: 'this PC',
    grantAgain: 'Save its grant file again',
    revoke: 'Shut out',
    revokeAsk:
      'Shut out “{{name}}”? What it signs from now on does not count; what has arrived stays. It cannot be undone: it would have to join anew.',
    revoked: '“{{name}}” is shut out. The other PCs learn of it with the next exchange of files.',
  },
  renew: {
    title: 'New keys',
    lead: 'If this station folder was copied and used elsewhere, or was just restored from a backup. All records stay, the letter changes.',
    do: 'Give this PC new keys',
    ask: 'New keys? The letter changes; unless this is the PC where the station was set up, it has to be let in again.',
    done: 'This PC has new keys.',
    asked:
      'This PC has new keys and was not let in with them yet. Work goes on, but others will not take its files. Save a request and have it approved on the PC where the station was set up.',
    request: 'Save the request file',
  },
  peers: {
    title: 'Offices above and below',
    none: 'None yet. To connect with your upper office: save a request, take it there, and open the grant file that they give you.',
    kind: { own: 'this station', upper: 'above', below: 'below' },
    pcs: 'PCs: {{n}}',
    via: '{{name}} vouches for it',
    left: 'disconnected on {{day}}',
    fingerprint: 'fingerprint {{digits}}',
    leave: 'Disconnect',
    leaveAsk:
      'Disconnect “{{name}}”? No files go there and none are taken from there. What has arrived stays; connecting again means comparing anew.',
    request: 'Save a request to the upper office',
    requested: 'Phone the upper office and read out this station’s fingerprint.',
  },
  file: {
    open: 'Open a request or grant file',
    drop: 'or drop it here',
    pc: '“{{name}}” asks to join this station. Have them read out the 16 digits on its screen: they must be exactly these.',
    house:
      '“{{name}}” ({{code}}) asks to be connected below you, with this many PCs: {{n}}. Have them read out their fingerprint: it must be exactly this.',
    upper:
      '“{{name}}” ({{code}}) agrees and will be your upper office. Phone them and have them read out their fingerprint: it must be exactly this.',
    own: 'This station lets this PC in with its new keys, letter {{letter}}.',
    known: 'This request was approved before; its grant file can be saved again.',
    compared: 'Compared by phone, group by group: both are the same',
    who: 'Who uses that PC first',
    someone: 'Somebody of this station',
    newcomer: 'Somebody new',
    newName: 'Name',
    letIn: 'Let it in and save the grant file',
    connect: 'Connect and save the grant file',
    take: 'Use it',
    cancel: 'Do not approve',
    letInDone: 'Approved. Take the grant file to that PC and open it there.',
    connectDone: 'Connected. Give them the grant file to open.',
    takeDone: 'Done.',
  },
  problem: {
    'no-root-here': 'The main key is not on this PC; nothing was done. Do it on the PC where the station was set up.',
    locked: 'The station is locked; nothing was done. Unlock it first.',
  },
}
