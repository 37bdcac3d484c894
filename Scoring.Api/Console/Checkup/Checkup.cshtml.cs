using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Doctor;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Checkup;

/// <summary>检查: the machine, the network and the backups before and on the day, each with what to do.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class CheckupModel(Desk desk, LiveExamination examination, SupportBundle bundle) : ConsolePage(desk)
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGet() => Findings = await Look();

    /// <summary>For whoever helps from afar: no name and no number of a person in it.</summary>
    public async Task<IActionResult> OnGetBundle() =>
        File(bundle.Make(await Look()), "application/zip", $"scoring-support-{Desk.Local(Desk.Now):yyyyMMdd-HHmm}.zip");

    private Task<IReadOnlyList<Finding>> Look() => examination.Run(HttpContext.Connection.LocalPort, TabletCheck.Ping);
}
