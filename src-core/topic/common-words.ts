/** Words that say nothing of a matter. */

/** Said in nearly every request: no reason to think of two as one. To add one: here; longer ones first. */
export const COMMON = new RegExp(
  (
    '有没有 能不能 是不是 为什么 老年人 麻烦您 我们 我家 你们 他们 居民 社区 小区 请问 希望 需要 可以 能否 是否 怎么 什么 没有 已经 现在 ' +
    '今天 昨天 昨晚 晚上 白天 早上 这个 那个 一个 一直 一下 孩子 小孩 家人 邻居 反映 来电 来访 联系 解决 处理 帮忙 帮助 问题 情况 时候 时间 因为 所以 如果 ' +
    '还是 就是 不是 不能 不会 多次 几次 好几 不敢 老人 上门 看看 谢谢 您好 你好 尽快 麻烦 家里 家门 门口 楼下 楼上 楼道 号楼 单元 有人 没人 ' +
    '的 了 是 在 我 你 您 他 她 也 都 就 把 很 太 吗 呢 吧 请 来 去 要 会 能 到 个 这 那 想 又 和 跟 说 给 让 用 还 再 从 被 对 为'
  )
    .split(' ')
    .join('|'),
  'g',
)
