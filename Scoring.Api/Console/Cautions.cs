using Scoring.Api.Tablets;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Shelf;
using Scoring.Api.Storage;

namespace Scoring.Api.Console;

/// <summary>What is not as it should be with this installation, in Chinese, a line each.</summary>
public sealed class Cautions(Competitions competitions, ContestCards cards, Catalog catalog, MissingKeys keys, LostReceipts receipts,
    InstallationBackup installation, TimeProvider time)
{
    /// <summary>Stands on every page of the console, and in the terminal: something is damaged, missing or can only be read.</summary>
    public IReadOnlyList<string> All() => [.. catalog.Trouble, .. competitions.Trouble, .. keys.Lines(), .. receipts.Lines(), .. Clock()];

    // The next entry would be dated before the last one: somebody set the clock back, or its battery is empty.
    private IEnumerable<string> Clock()
    {
        var now = time.GetUtcNow();
        return cards.All.Where(last => last.At - now > ClockTolerance)
            .Select(last => $"竞赛 {last.Id}：台账最后一条的时间比电脑现在的时钟晚，电脑的时钟可能被拨回或没电了。请先校准电脑的日期和时间，再接着录入、签发证书。");
    }

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>For the admin, on the first page: nothing is broken, and it could be safer.</summary>
    /// <param name="plain">The page was asked for over plain http from another machine.</param>
    public IReadOnlyList<string> Advice(bool plain) =>
    [
        .. plain ? (string[])["这一页走的是 http：同一网络里的人能看到密码。请关掉程序，用 --https 重新启动（说明见文档 https.md），再从 https 地址登录。"] : [],
        .. competitions.All.Count > 0 && !installation.Ready ? (string[])["备份里只有台账：账号、平板和密钥不在里面，电脑坏了证书就核验不了。请在任一比赛的“备份与归档”页设一个整套备份口令。"] : [],
    ];
}
