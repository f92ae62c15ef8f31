const SIGNS: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** 'Ctrl+Enter' → 'Ctrl ↵', as the keyboard shows it. */
export const shownKey = (key: string): string =>
  key
    .split('+')
    .map((part) => SIGNS[part] ?? part)
    .join(' ')
