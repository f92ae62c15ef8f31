/** Shown to a browser without the key: no script, nothing from outside. */
export function refusalPage(nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>邻务 Linwu</title>
<style nonce="${nonce}">
body { font: 16px/1.7 system-ui, sans-serif; max-width: 34em; margin: 12vh auto; padding: 0 1.5em; color: #1f2a37 }
h1 { font-size: 1.3em }
p[lang] { color: #52606d }
</style>
<h1>请从程序给出的链接打开</h1>
<p>这个窗口没有钥匙，所以没有打开服务站。数据都在，没有变化。请回到启动程序的窗口，点开它显示的链接（里面带有“key=”）。</p>
<p lang="en">This window has no key, so the station was not opened. Nothing was changed. Go back to the window where you started
the program and open the link that it printed (the one with “key=”).</p>
</html>
`
}
