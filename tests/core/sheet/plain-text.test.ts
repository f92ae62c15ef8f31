import { describe, expect, it, test } from 'vitest'
import { plainText } from '#core/sheet/plain-text.ts'

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
