using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Progress;

/// <summary>A tablet as the board shows it.</summary>
/// <param name="Name">Whose it is, by name.</param>
/// <param name="Awaited">Something of its holder is still to come; false: it may be switched off.</param>
/// <param name="State">Empty: in contact; <c>q</c>: entries wait in it; <c>lost</c>, also of entries that it said it had; <c>sp</c>: was never heard of since the server started.</param>
public sealed record DayTablet(string Id, string Name, string Seat, string State, string Words, JudgeId Judge, bool Awaited)
{
    /// <summary>A tablet beats every ten seconds; three missed are a loss.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<DayTablet> Of(CompetitionState state, IEnumerable<Device> devices, DateTimeOffset now) =>
        [.. devices.Select(d => Of(d, state.Judges.GetValueOrDefault(d.Judge)?.Name ?? d.Name, SeatOf(state, d.Judge), Expects(state, d.Judge), now))];

    /// <summary>Those that concern this person: of the trades they hold something in.</summary>
    public static IEnumerable<DayTablet> For(CompetitionState state, SignedIn me, IEnumerable<DayTablet> all) => me.Role == Role.Admin ? all
        : all.Where(d => state.Judges.GetValueOrDefault(d.Judge) is not { } judge || judge.Seats.Any(s => me.HoldsFor(s.Trade)));

    private static DayTablet Of(Device device, string name, string seat, bool awaited, DateTimeOffset now)
    {
        if (device.LastContact is not { } last)
        {
            return new DayTablet(device.Id, name, seat, "sp", "未连接", device.Judge, awaited);
        }

        var passed = now - last;
        return !device.Connected && passed > Lost ? new DayTablet(device.Id, name, seat, "lost", $"失联 {Wording.Ago(passed)}", device.Judge, awaited)
            : device.Gone > 0 ? new DayTablet(device.Id, name, seat, "lost", $"少了 {device.Gone} 份，请核对", device.Judge, Awaited: true)
            : device.Waiting > 0 ? new DayTablet(device.Id, name, seat, "q", $"待同步 {device.Waiting}", device.Judge, awaited)
            : new DayTablet(device.Id, name, seat, "", $"{Wording.Ago(passed < TimeSpan.Zero ? TimeSpan.Zero : passed)}前", device.Judge, awaited);
    }

    private static string SeatOf(CompetitionState state, JudgeId holder)
    {
        var seat = state.Judges.GetValueOrDefault(holder)?.Seats.OrderByDescending(s => s.Number > 0).FirstOrDefault();
        return seat is null ? "" : $"{state.Trade(seat.Trade)?.Definition.Name} {(seat.Number > 0 ? $"{seat.Number} 席" : seat.Role.Chinese())}";
    }

    // Of a judge a sheet that is not in; of anybody else a trade that is being marked.
    private static bool Expects(CompetitionState state, JudgeId holder) => state.Judges.GetValueOrDefault(holder)?.Seats
        .Any(seat => state.Trade(seat.Trade) is { Phase: Phase.Scoring } trade && (seat.Role != Role.Judge || seat.Module is not { } key || trade.Module(key) is not { } module
            || DayModule.Of(trade, module).Seats.Any(s => (s.Judge is null || s.Judge == holder) && s.Handed < s.Expected))) ?? false;
}
