/** Sixteen digits to compare by phone, large, with how they are read out. */
import './fingerprint.css'

/** `aloud`: 零幺二三 …; left out where nobody reads Chinese. */
export function Fingerprint({ digits, aloud }: { readonly digits: string; readonly aloud?: string | undefined }) {
  return (
    <div className="fingerprint" translate="no">
      <b>{digits}</b>
      {aloud !== undefined && <span className="muted">{aloud}</span>}
    </div>
  )
}
