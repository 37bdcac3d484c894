// Words around every page: the bar, the connection, and what comes over it.
import { texts as shared } from '../parts/texts';

export const texts = {
  ...shared,
  demo: '演示',
  stage: { on: (code: string) => `台上 ${code}`, go: (code: string) => `去评 ${code}` },
  gone: (code: string) => `名单里没有代号 ${code}。`,
  chip: {
    synced: '已同步', local: '已存本机', waiting: (n: number) => `待同步 ${n}`, care: (n: number) => `待处理 ${n}`, unsaved: '没有存上',
    open: '查看待同步的评分表',
  },
  connection: {
    cut: '断网，已存本机，恢复后自动提交',
    connecting: '正在连接服务器…',
    last: (time: string, minutes: number) => `最后联系 ${time}，${minutes < 1 ? '刚断开' : `已断 ${minutes} 分钟`}`,
    never: '这次打开后还没有连上',
    carryOn: '可继续评分、交卷；回执在恢复后给出',
    officeOn: '能点的照常点，先存在本机',
    nothingYet: '还连不上服务器，也没有存过名单。',
    nothingYetDo: '请确认平板连在赛场的 Wi-Fi 上；连上后会自动打开。',
    clockWrong: (minutes: number, ahead: boolean) => `本机时间比服务器${ahead ? '快' : '慢'} ${span(minutes)}。评分不受影响，时间以服务器为准。`,
    fetching: '这一页还没有存到本机',
    fetchingWhy: '连上网络后会自动打开。已评的分数都在本机，没有丢。',
    elsewhere: (contest: string) => `现在用的是“${contest}”，这台平板配对的是另一场比赛。要评这一场，请找管理员重新配对。`,
    agree: (sheet: string, aspects: string) => `${sheet} 的 ${aspects} 待合议，请重评`,
    agreeOpen: '去看',
    revoked: '配对已停用，不能提交。已评内容存在本机。',
    pairAgain: '重新配对',
    from: '控制台通知',
    gotIt: '知道了',
    loading: '正在读取名单',
    unsaved: '存储空间已满，分数只在这一页里。请勿关闭或刷新，可以继续评分、交卷；请腾出空间或找管理员。',
    unsavedOther: '没有存到本机。请勿关闭此页，系统会继续尝试。',
  },
} as const;

/** A length of time as people say it. */
function span(minutes: number): string {
  const days = Math.floor(minutes / 1440), hours = Math.floor((minutes % 1440) / 60), rest = minutes % 60;
  return [days && `${days} 天`, hours && `${hours} 小时`, rest && !days && `${rest} 分钟`].filter(Boolean).join(' ');
}
