// Every word a screen shows, in one place.
import { reactive } from 'vue';

/** What the contest on this screen calls its trades. */
export const said = reactive({ trade: '工种' });

export const texts = {
  live: '实时排名', final: '最终排名', publicity: '成绩公示',
  provisional: '未最终', mayMove: '暂定', guest: '不计名次', published: '已公布', frozen: '封榜', inPublicity: '公示中',
  rank: '名次', move: '升降', code: '代号', name: '姓名', organization: '单位', total: '总分',
  done: '已完成', finished: '完成比赛', people: '人', outOf: (n: number) => `/ ${n} 人`,
  connected: '连接正常', cutOff: '连接中断，自动重连', connecting: '正在连接',
  asOf: (at: string) => `数据截至 ${at}`, frozenAt: '封榜时间', publishedAt: '公布于',
  range: (from: number, to: number, all: number) => from === to ? `第 ${from} 名，共 ${all} 名` : `第 ${from}–${to} 名，共 ${all} 名`,
  place: (rank: number) => `第 ${rank} 名`,
  newcomer: '新', up: '上升', down: '下降',
  absent: '缺考', withdrawn: '弃赛', disqualified: '取消资格', eliminated: '超时淘汰', equalRank: '并列', equal: '总分相同', equalByCommittee: '组委会议定', equalBy: (step: string) => `同分比${step}`,
  ceremony: '颁奖典礼', closing: '颁奖典礼结束', closingNote: '祝贺全体获奖选手',
  presenter: '颁奖典礼', step: (n: number, all: number) => `第 ${n} 步，共 ${all} 步`, onScreen: '正在大屏', nextStep: '下一步', afterNext: '再下一步', back: '退回上一步',
  synced: (screens: readonly string[]) => screens.length ? `${screens.join('、')}已同步` : '没有已命名的大屏', running: (minutes: string) => `已进行 ${minutes}`,
  announce: (what: string) => `宣布 ${what}`, reveal: (what: string) => `揭晓 ${what}`, open: '开场画面', close: '结束画面', atEnd: '典礼已到最后一步',
  of: (trade: string, award: string) => `${trade} · ${award}`, count: (n: number) => `${n} 人`, unconfirmed: '未确认，不能上屏',
  say: (trade: string, word: string | undefined, award: string) => ['“获得' + trade + (word ?? ''), award + '的是……”'], sayNames: '宣读姓名和单位', hint: '提示', hintNames: '获奖选手上台站定后再进下一步', hintResolver: '报出框内选手和封榜名次，再按“揭晓”', hintAnnounce: '念完上句再按“揭晓”',
  presenterRefused: '没有权限，或登录已过期', presenterRefusedNote: '请先在控制台登录，再打开本页', confirmBack: '退回后大屏也退回',
  timeUp: '时间到', since: (past: string) => `已过 ${past}`,
  hidden: '成绩暂不公布', hiddenSoon: '请留意现场通知', noRanks: '等待第一份成绩', noCompetition: '还没有比赛', noCompetitionSoon: '导入比赛后，这里自动显示',
  get progress() { return `各${said.trade}进度`; }, tradesDone: '项已完成', tradesRunning: '项进行中', tradesWaiting: '项未开始',
  notStarted: '未开始', notShown: '暂不公布', oneTick: '一格为一名选手', pageOf: (n: number, all: number) => `${n} / ${all}`,
  demo: '演示', demoNote: '演示数据，不是真实成绩',
  get unknownTrade() { return `没有这个${said.trade}`; }, chooseAnother: '请返回选择画面',
  resolver: '逐名揭晓', opened: '已揭晓', sinceFreeze: '封榜后', pending: '待揭晓', frozenTotal: '封榜得分', finalTotal: '最终得分', fromLast: '由末位向首位揭晓', allOpened: '全部揭晓',
  noSuchCode: (code: string) => `没有代号 ${code}`, codeOnly: '公布前只显示代号', sponsors: '支持单位',
  teams: '团体总分', counted: '计分人数', teamTotal: '团体总分', teamCount: '队伍', get teamsLater() { return `各${said.trade}公布后显示团体总分`; },
  organizations: '各单位', entrants: '参赛', awards: '获奖', publishedTrades: (n: number) => `已公布 ${n} 项`, organizationCount: '单位', get organizationsLater() { return `${said.trade}公布后显示各单位获奖情况`; }, byFirst: '按一等奖数排列',
  schedule: '日程', startsAt: '开始', get trade() { return said.trade; }, stateOf: '状态', inReview: '复核中', marked: '评分完成', running1: '进行中',
  frozenOpening: '封榜排名', notes: '主持提示', music: '音乐', on: '开', off: '关', noUpstream: '正在连接成绩服务器', noUpstreamSoon: '连上后自动显示',
  choose: '选择本屏画面', teamsNote: '各单位总分与组织奖', get organizationsNote() { return `已公布${said.trade}的获奖数`; }, get scheduleNote() { return `各${said.trade}开始时间与状态`; }, ceremonyNote: '随主持人一步一步揭晓', presenterPage: '主持人控制', presenterPageNote: '平板或手机，需先登录', blank: '待机画面', blankNote: '竞赛名称与主办单位',
  get rotate() { return `各${said.trade}轮播`; }, get rotateNote() { return `每页 12 秒，依次显示各${said.trade}排名`; },
  get wallNote() { return `所有${said.trade}完成人数，一格为一名选手`; },
  testPicture: '测试图', smallestText: '最小字：第 12 名 张三 98.50 ABC 0123456789', wholePicture: '红框：整个画面', safeArea: '绿框：安全区',
  theme: '配色', themeAuto: '自动', themeNight: '深色', themeFestive: '红金', themeAutoNote: '公布后自动换为红金',
  screenName: '按名称由控制台控制', screenNameExample: '例如：主屏', screenNameNote: '控制台可以随时换画面；重启后回到原画面。',
  sideBySide: '并排显示', get sideBySideNote() { return `选二至四个${said.trade}`; }, show: '显示', fullScreenHint: '按 F11 全屏；按 Esc 返回本页',
};
