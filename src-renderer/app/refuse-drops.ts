/** A file that is dropped beside a drop place must not replace the program: a browser would show the file instead of the page. */
export function startRefusingDrops(): void {
  // On the way back up: whoever takes files has prevented the default before.
  addEventListener('dragover', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  })
  addEventListener('drop', (event) => event.preventDefault())
}
