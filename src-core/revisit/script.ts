/**
 * 回访话术: what the caller says, in the order of the questions. The station may write its own (settings); the words in braces
 * are filled in from the case. Whoever was rated never learns by whom, and the script says so.
 */

/** Name of the slot in a Chinese and in an English script. To add one: here, in `ScriptFacts`, and in both hints (revisit.script). */
export const SCRIPT_SLOTS = {
  station: ['站名', 'station'],
  caller: ['回访人', 'caller'],
  who: ['称呼', 'resident'],
  day: ['受理日期', 'day'],
  matter: ['事项', 'matter'],
} as const
export type ScriptSlot = keyof typeof SCRIPT_SLOTS
export type ScriptFacts = Readonly<Record<ScriptSlot, string>>

/** One line each; the three questions are the ones that the form asks, in its order. */
export const USUAL_SCRIPT: Readonly<Record<'zh-CN' | 'en', string>> = {
  'zh-CN': `您好，我是{站名}的{回访人}。请问是{称呼}吗？
您{受理日期}反映的“{事项}”，想请您说说办得怎么样，一两分钟就好。
您的评价只用来改进工作，不会告诉办事的人是谁评的。
一问：当时有没有人和您联系过？
二问：事情解决了没有？
三问：您满意吗？
四问：还有什么要说的？
谢谢您。同样的问题再出现，可以随时找我们重新办理。`,
  en: `Hello, this is {caller} from {station}. Am I speaking to {resident}?
On {day} you told us about “{matter}”. I would like to ask how it went; it takes a minute or two.
What you say is only used to do better. Whoever handled it will not be told who gave the rating.
First: did somebody get in touch with you?
Second: has it been solved?
Third: how satisfied are you?
Last: is there anything else you would like to say?
Thank you. If the same trouble comes back, you can have it taken up again at any time.`,
}

/** The lines with their slots filled; a slot that nobody knows stays as it was typed. */
export function spokenScript(template: string, facts: ScriptFacts): readonly string[] {
  const values = new Map<string, string>()
  for (const [slot, names] of Object.entries(SCRIPT_SLOTS) as [ScriptSlot, readonly string[]][])
    for (const name of names) values.set(name, facts[slot])
  return template
    .split('\n')
    .map((line) =>
      line.trim().replace(/[{｛]([^{}｛｝]{1,20})[}｝]/g, (whole, name: string) => values.get(name.trim()) ?? whole),
    )
    .filter((line) => line !== '')
}
