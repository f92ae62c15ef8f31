/**
 * What is looked at for each of the four, in our own words. To add one: at the end of its have, with a key that was never
 * used; one that is not wanted any more keeps its line, because checks name it.
 */
import type { Have } from './codes.ts'

export type HavePoint = { readonly key: string; readonly zh: string; readonly en: string }

const point = (key: string, zh: string, en: string): HavePoint => ({ key, zh, en })

export const POINTS: Readonly<Record<Have, readonly HavePoint[]>> = {
  security: [
    point('gate', '大门有人值守，生人进门有人问', 'Somebody keeps the gate and asks strangers'),
    point('unit-doors', '单元门关得上、门禁好用', 'Unit doors close and their locks work'),
    point('cameras', '主要出入口有监控，看得清、存得住', 'Cameras at the main entrances, clear and kept'),
    point('patrol', '夜里有人巡逻，有记录', 'Somebody walks the rounds at night and writes it down'),
    point('lights', '楼前和主路夜里有灯', 'Lights before the buildings and along the main path'),
    point('fire-lanes', '消防通道画了线、没有堵', 'Fire lanes are marked and free'),
    point('hydrants', '消火栓、灭火器在位，能用', 'Hydrants and extinguishers are in place and work'),
  ],
  cleaning: [
    point('sweeping', '路面每天有人扫', 'Paths are swept every day'),
    point('stairs', '楼道定期打扫，不堆杂物', 'Stairs are cleaned regularly and free of clutter'),
    point('bins', '垃圾桶够用、盖得严，当天清走', 'Enough bins with lids, emptied the same day'),
    point('bulky', '大件和装修垃圾有固定地方放', 'A fixed place for bulky and building waste'),
    point('greenery', '花草树木有人浇水修剪', 'Somebody waters and trims the greenery'),
    point('pests', '按季灭鼠灭蟑灭蚊', 'Rats, roaches and mosquitoes are fought each season'),
  ],
  repair: [
    point('one-number', '报修有一个电话，打得通', 'One number to report a fault, and it answers'),
    point('lights-mended', '公共照明坏了有人修', 'Broken common lights are mended'),
    point('drains', '下水道定期疏通，雨天不积水', 'Drains are cleared regularly; rain does not stand'),
    point('roofs', '屋顶外墙不漏、不掉', 'Roofs and walls neither leak nor shed'),
    point('paths', '路面、井盖、台阶平整', 'Paths, covers and steps are even'),
    point('money', '维修的钱从哪来，说得清、有账', 'Where money for repairs comes from is known and on the books'),
    point('lifts', '电梯按期检验，困人有人救', 'Lifts are inspected on time, and somebody comes when they stop'),
  ],
  parking: [
    point('bays', '车位画了线，有编号', 'Bays are marked and numbered'),
    point('rules', '停车办法经过居民议定并公示', 'Parking rules were agreed with residents and published'),
    point('gatekeeping', '外来车进出有登记', 'Cars from outside are noted in and out'),
    point('fees', '收多少、用到哪，定期公布', 'What is taken and spent is published regularly'),
    point('bikes', '电动车有集中停放充电的地方', 'A place where electric bikes stand and charge'),
    point('access', '救护、消防车进得来', 'Ambulances and fire engines get in'),
  ],
}
