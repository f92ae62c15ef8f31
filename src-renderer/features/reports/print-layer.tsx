/**
 * The paper beside the app: unseen on the screen, and the only thing that a printer or a PDF gets while it is there. What
 * stands in the margins of every sheet (page x of y, data heads) is text of the page box, set through a constructed style
 * sheet: the content security policy refuses style elements that are written into the page.
 */
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Paper } from '#core/reports/papers/paper.ts'
import { PaperSheet } from './paper-sheet.tsx'

/** The same stacks as in paper.css: a page box inherits nothing. */
const FONTS = {
  'zh-CN': "'SimSun', 'NSimSun', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
  en: "'Times New Roman', 'Liberation Serif', 'Noto Serif', 'Noto Serif CJK SC', 'SimSun', serif",
}

/** A CSS string: quotation marks, backslashes and line ends as escapes. */
const css = (text: string): string =>
  `"${text.replace(/["\\\n\r<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

export function pageRules({ landscape, foot, number, words }: Paper): string {
  const [before, between, after] = words.page
  const pages = `${css(before)} counter(page) ${css(between)} counter(pages) ${css(after)}`
  const font = `font: 7.5pt/1.4 ${FONTS[words.language]}; color: #000; vertical-align: top; padding-top: 3mm;`
  return `@page {
    size: A4 ${landscape ? 'landscape' : 'portrait'};
    margin: ${landscape ? '14mm 12mm 16mm' : '16mm 18mm 18mm'};
    @bottom-left { content: ${css(foot.heads)}; ${font} text-align: left; }
    @bottom-center { content: ${pages}; ${font} font-size: 9pt; text-align: center; white-space: nowrap; }
    @bottom-right { content: ${css(foot.printed)}; ${font} text-align: right; }
    @top-right { content: ${css(number && words.number(number))}; ${font} font-size: 9pt; vertical-align: bottom; padding-bottom: 2mm; }
  }
  @page :first { @top-right { content: none; } }`
}

export function PrintLayer({ paper }: { readonly paper: Paper }) {
  const rules = pageRules(paper)
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [rules])
  // Browsers propose the page's title as the name of the PDF.
  useEffect(() => {
    const before = document.title
    document.title = paper.fileName
    return () => {
      document.title = before
    }
  }, [paper.fileName])
  return createPortal(
    <div className="print-layer" aria-hidden="true">
      <PaperBody paper={paper} />
    </div>,
    document.body,
  )
}

export function PaperBody({ paper }: { readonly paper: Paper }) {
  return (
    <article className={`paper${paper.landscape ? ' across' : ''}`} lang={paper.words.language}>
      <PaperSheet sheet={paper} words={paper.words} />
    </article>
  )
}
