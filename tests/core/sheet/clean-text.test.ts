import { describe, expect, it, test } from 'vitest'
import { cleanText } from '#core/sheet/clean-text.ts'
import { plainText } from '#core/sheet/plain-text.ts'

describe('cleanText', () => {
  it.each<[string, string]>([
    ['\r\n\t\t\r\n\t\t　　座落在A市 　\n', '座落在A市'],
    ['一\r\n二\r三\n四', '一\n二\n三\n四'],
    ['\uFEFF\u200B文\u2060\u00AD', '文'],
    ['文\u200B字', '文\u200B字'],
    ['a\u0000b\u0007c\u007Fd\u0085e', 'abcd\ne'],
    ['𠮷\u{2A6A5}', '𠮷\u{2A6A5}'],
    ['a\uD842', 'a\uFFFD'],
    ['\uDFB7a', '\uFFFDa'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    [' \t\u00A0\u3000 ', ''],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(cleanText(text)).toBe(expected))

  test('linear in a run of blanks', () => {
    // A trimming regular expression needs minutes here.
    expect(cleanText(`x${' '.repeat(1_000_000)}y`)).toHaveLength(1_000_002)
  })
})

describe('plainText', () => {
  it.each<[string, string]>([
    ['没有标签', '没有标签'],
    ['<p>第一段</p><p>第二段</p>', '第一段\n第二段'],
    ['<P class="x">第一段<BR/>第二行<br />第三行</P>\n', '第一段\n第二行\n第三行'],
    ['a<br><br>b', 'a\nb'],
    ['<div>a</div>b', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['<span style="color:red">红</span><b>粗</b>', '红粗'],
    ['a&nbsp;&nbsp;b&amp;c&#20013;&#x6587;', 'a  b&c中文'],
    ['&amp;lt;p&amp;gt;', '&lt;p&gt;'],
    ['&lt;p&gt;', '<p>'],
    ['依据<物业管理条例>第3条', '依据<物业管理条例>第3条'],
    ['3<5 && 7>6', '3<5 && 7>6'],
    ['<12345>热线', '<12345>热线'],
    ['&nosuch; &#99999999;', '&nosuch; &#99999999;'],
    ['<p', '<p'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j → %j', (text, expected) => expect(plainText(text)).toBe(expected))

  test('linear in open tags, blanks and ampersands', () => {
    for (const text of ['<p ', '<', '&', '&#', ' \u0001', '<br>', '<td>']) {
      expect(plainText(text.repeat(200_000)).length).toBeLessThanOrEqual(text.length * 200_000)
    }
  })
})
