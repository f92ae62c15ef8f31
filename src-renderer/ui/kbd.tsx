/** A key as it is printed on the keyboard. Hidden from screen readers: the button beside it already has a name. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>
}
