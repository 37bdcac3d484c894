using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console.Carrying;

/// <summary>扫码收卷: sheets of tablets whose network stays dead. Whoever scans is a courier: the sheet is its judge's, proved by the tablet's key.</summary>
[Authorize(Policy = Policies.Carry)]
public sealed class CarryModel(Desk desk, PairedTablets devices, CarryKeys keys) : ContestPage(desk)
{
    /// <param name="Done">Words for a sheet that is in the ledger; null: it is not.</param>
    public sealed record Answer(string? Code, string? Done, Receipt? Receipt, string? Problem, bool More = false);

    public Answer? Last { get; private set; }

    public void OnGet()
    {
    }

    [Needs(Policies.Carry)]
    public async Task<IActionResult> OnPostScan(string? scanned)
    {
        Last = await Take(scanned);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("/Console/Carrying/_Answer.cshtml", Last) : Page();
    }

    private async Task<Answer> Take(string? scanned)
    {
        if (CarriedSheet.Read(scanned, out var problem) is not { } sheet)
        {
            return new(null, null, null, problem, More: problem?.StartsWith("还差", StringComparison.Ordinal) == true);
        }

        var code = sheet.Submission.Code;
        if (sheet.Competition != Open.Id)
        {
            return new(code, null, null, "这份评分表是另一场比赛的，请在那场比赛的控制台扫。");
        }

        var device = devices.All.FirstOrDefault(d => d.Competition == Open.Id && d.Name == sheet.Device);
        if (device is null || !sheet.IsProvedBy(keys.Of(device)))
        {
            return new(code, null, null, device is null
                ? $"平板 {sheet.Device} 没有配对或已解除配对，不能收它的评分表。"
                : $"这个码不是平板 {sheet.Device} 做的，没有收。请在那台平板上重新打开二维码。");
        }

        var outcome = await Open.Execute(
            sheet.Submission.Id, new Actor(Role.Judge, device.Judge.Value).ToString(),
            state => Core.Scoring.SubmitSheet.Decide(state, device.Judge, sheet.Submission), HttpContext.RequestAborted, Sent.Sheet(sheet.Submission),
            $"{device.Via} {Me.Via}");
        return outcome switch
        {
            Outcome.Accepted { Repeated: true } again => new(code, $"{code} 早已收妥，没有重复记录", again.Receipt, null),
            Outcome.Accepted taken => new(code, $"{code} 已收妥（平板 {device.Name}，{Seat(device)}）", taken.Receipt, null),
            Outcome.Refused refused => new(code, null, null, refused.Why.Message.ToString()),
            Outcome.NotStored failed => new(code, null, null, failed.Message),
            _ => throw new InvalidOperationException("an outcome without a name"),
        };
    }

    private string Seat(Device device) => Open.Read(state => state.Judges.TryGetValue(device.Judge, out var judge) ? Hubs.TabletSessions.SeatOf(judge) : "");
}
