using Scoring.Api.Storage;
using Scoring.Core.Fold;

namespace Scoring.Api.Console.Progress;

/// <summary>A tablet as the board shows it.</summary>
/// <param name="State">Empty: in contact; <c>q</c>: entries wait in it; <c>lost</c>; <c>sp</c>: was never heard of since the server started.</param>
public sealed record DayDevice(string Id, string Name, string Seat, string State, string Words, Core.Definition.JudgeId Judge)
{
    /// <summary>A tablet beats every ten seconds; three missed are a loss.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<DayDevice> Of(CompetitionState state, IEnumerable<Device> devices, DateTimeOffset now) =>
        [.. devices.Select(d => Of(d, SeatOf(state, d), now))];

    private static DayDevice Of(Device device, string seat, DateTimeOffset now)
    {
        if (device.LastContact is not { } last)
        {
            return new DayDevice(device.Id, device.Name, seat, "sp", "未连接", device.Judge);
        }

        var passed = now - last;
        return !device.Connected && passed > Lost ? new DayDevice(device.Id, device.Name, seat, "lost", $"失联 {Wording.Ago(passed)}", device.Judge)
            : device.Waiting > 0 ? new DayDevice(device.Id, device.Name, seat, "q", $"待同步 {device.Waiting}", device.Judge)
            : new DayDevice(device.Id, device.Name, seat, "", $"{Wording.Ago(passed < TimeSpan.Zero ? TimeSpan.Zero : passed)}前", device.Judge);
    }

    private static string SeatOf(CompetitionState state, Device device)
    {
        var seat = state.Judges.GetValueOrDefault(device.Judge)?.Seats.FirstOrDefault(s => s.Number > 0);
        return seat is null ? device.Judge.Value : $"{state.Trade(seat.Trade)?.Definition.Name} {seat.Number} 席";
    }
}
