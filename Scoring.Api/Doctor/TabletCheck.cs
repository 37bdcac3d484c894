using System.Net;
using System.Net.NetworkInformation;

namespace Scoring.Api.Doctor;

/// <summary>How long a word takes to each tablet and back over the venue's Wi-Fi.</summary>
public static class TabletCheck
{
    private const int Tries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="name">On its sticker.</param>
    /// <param name="trip">The slowest of a few; null: it did not answer.</param>
    public static Finding Of(string name, TimeSpan? trip) => trip?.TotalMilliseconds switch
    {
        null => new("tablet", $"平板 {name}", Grade.Caution, "没有回答（有的平板不回答这种询问）",
            "看“设备”页它是不是在线。不在线：看它连的是不是赛场的 Wi-Fi，屏幕是不是关着。"),
        > 500 => new("tablet", $"平板 {name}", Grade.Trouble, $"来回 {trip.Value.TotalMilliseconds:0} 毫秒",
            "信号很差。把路由器挪近、换 5 GHz 频道，或请这位裁判靠近一些；评的分不会丢。"),
        > 150 => new("tablet", $"平板 {name}", Grade.Caution, $"来回 {trip.Value.TotalMilliseconds:0} 毫秒", "信号不好，交卷会慢一点。评的分不会丢。"),
        { } fine => Finding.Well("tablet", $"平板 {name}", $"来回 {fine:0} 毫秒"),
    };

    /// <param name="tablets">Connected now, with the address each came from.</param>
    public static async Task<IReadOnlyList<Finding>> Of(IEnumerable<(string Name, IPAddress Address)> tablets, Func<IPAddress,
        Task<TimeSpan?>> ask) =>
        await Task.WhenAll(tablets.Select(async t => Of(t.Name, await ask(t.Address))));

    public static async Task<TimeSpan?> Ping(IPAddress address)
    {
        TimeSpan? slowest = null;
        try
        {
            using var ping = new Ping();
            for (var n = 0; n < Tries; n++)
            {
                var answer = await ping.SendPingAsync(address, Patience);
                if (answer.Status == IPStatus.Success && (slowest is null || answer.RoundtripTime > slowest.Value.TotalMilliseconds))
                {
                    slowest = TimeSpan.FromMilliseconds(answer.RoundtripTime);
                }
            }
        }
        catch (Exception refused) when (refused is PingException or PlatformNotSupportedException)
        {
            return null; // a system that lets nobody ask
        }

        return slowest;
    }
}
