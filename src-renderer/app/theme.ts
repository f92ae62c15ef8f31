/** antd in the colours of ui/base.css: flat, calm, nothing that moves. */
import type { ThemeConfig } from 'antd'

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0f6b63',
    colorInfo: '#0f6b63',
    colorLink: '#0f6b63',
    colorError: '#c0392b',
    colorSuccess: '#2e7d4f',
    colorWarning: '#b7791f',
    colorText: '#1d2733',
    colorTextSecondary: '#51606f',
    colorTextPlaceholder: '#5c6a78',
    colorBorder: '#cdd5dd',
    colorBorderSecondary: '#e3e8ed',
    colorBgLayout: '#f5f7f9',
    // Chosen lines of menus and lists: antd would make its own murky green of the accent.
    controlItemBgHover: '#f5f7f9',
    controlItemBgActive: '#e3f2f0',
    controlItemBgActiveHover: '#d3eae7',
    fontFamily: 'var(--font)',
    fontSize: 15,
    controlHeight: 36,
    borderRadius: 8,
    borderRadiusSM: 6,
    // A drawer takes the focus only when it stands still: what is typed right after its key must not be lost.
    motion: false,
    colorBgMask: 'rgb(29 39 51 / 35%)',
    boxShadow: '0 0 0 1px #d5dce3',
    boxShadowSecondary: '0 0 0 1px #d5dce3',
    boxShadowTertiary: 'none',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Drawer: { paddingLG: 20 },
    Table: { headerBg: '#fff', headerColor: '#51606f', cellPaddingBlock: 10 },
  },
}

const PLACEHOLDER = '__CSP_NONCE__'

/** The number that lets antd's style elements through the page's content security policy; null where none is set. */
export function cspNonce(): string | null {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return nonce && nonce !== PLACEHOLDER ? nonce : null
}
