using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Scoring.Api.Tests.Console;

/// <summary>Every form of the console sent twice, sent late, sent after the session ended. A handler that is in none of the three lists fails.</summary>
public sealed partial class FormTableTests
{
    /// <summary>The form edits what others edit too: its version travels with it, and it is one entry however often it is sent.</summary>
    private static readonly string[] Versioned =
    [
        "console/{competition}/definition/{trade?} Aspect",
        "console/{competition}/definition/{trade?} Component",
        "console/{competition}/definition/{trade?} Criterion",
        "console/{competition}/contest Save",
        "console/{competition}/definition/{trade?} Module",
        "console/{competition}/definition/{trade?} Move",
        "console/{competition}/definition/{trade?} Rule",
        "console/{competition}/definition/{trade?} Sheet",
        "console/{competition}/definition/{trade?} Weights",
        "console/{competition}/mend/{trade?} Apply",
        "console/{competition}/people Save",
        "console/{competition}/settings/{trade?} Save",
        "console/{competition}/teams Remove",
        "console/{competition}/teams Save",
    ];

    /// <summary>The form carries the id of its entry: sent twice it is one entry. It adds to the ledger and overwrites nothing.</summary>
    private static readonly string[] Once =
    [
        "console/{competition}/appeals Answer",
        "console/{competition}/appeals File",
        "console/{competition}/awards/{trade?} Boundary",
        "console/{competition}/awards/{trade?} Confirm",
        "console/{competition}/awards/{trade?} Policy",
        "console/{competition}/awards/{trade?} Tie",
        "console/{competition}/cards Numbers",
        "console/{competition}/certificates/{trade?} Issue",
        "console/{competition}/certificates/{trade?} Revoke",
        "console/{competition}/changes/{trade?} Admit",
        "console/{competition}/changes/{trade?} Substitute",
        "console/{competition}/changes/{trade?} Withdraw",
        "console/{competition}/collect Collected",
        "console/{competition}/contest Order",
        "console/{competition}/correct/{trade}/{module}/{code} Apply",
        "console/{competition}/corrections/{trade?} Revoke",
        "console/{competition}/definition/{trade?} Add",
        "console/{competition}/definition/{trade?} Remove",
        "console/{competition}/doubles/{trade?} Settle",
        "console/{competition}/draw/{trade?} Groups",
        "console/{competition}/draw/{trade?} GroupsByHand",
        "console/{competition}/draw/{trade?} Hand",
        "console/{competition}/draw/{trade?} Machine",
        "console/{competition}/floor/{trade?} Status",
        "console/{competition}/floor/{trade?} Time",
        "console/{competition}/floor/{trade?} Violation",
        "console/{competition}/floor/{trade?} Withdraw",
        "console/{competition}/outcomes/{trade?} Approve",
        "console/{competition}/people Dismiss",
        "console/{competition}/people Recuse",
        "console/{competition}/publish/{trade?} Back",
        "console/{competition}/publish/{trade?} Coded",
        "console/{competition}/publish/{trade?} Confirm",
        "console/{competition}/publish/{trade?} Decode",
        "console/{competition}/publish/{trade?} Forward",
        "console/{competition}/publish/{trade?} Visibility",
        "console/{competition}/review/{trade?} Draw",
        "console/{competition}/review/{trade?} Sign",
        "console/{competition}/review/{trade?} Tick",
        "console/{competition}/settings/{trade?} New",
        "console/{competition}/settings/{trade?} Remove",
        "console/{competition}/sheets/{trade?} Confirm",
        "console/{competition}/sheets/{trade?} Reopen",
        "console/{competition}/sheets/{trade?} Return",
        "console/{competition}/sheets/{trade?} Sign",
        "console/{competition}/team-certificates Issue",
        "console/{competition}/team-certificates Revoke",
    ];

    /// <summary>No id of an entry travels with these: files, accounts, devices, screens, lists in preview. The form's own id holds them to once (<see cref="SentFormTests"/>).</summary>
    private static readonly string[] Beside =
    [
        "console/accounts Create",
        "console/accounts Disable",
        "console/accounts Enable",
        "console/accounts Reset",
        "console/certificate-keys Export",
        "console/certificate-keys Import",
        "console/certificate-keys Lost",
        "console/certificate-keys Rotate",
        "console/certificate-keys Trust",
        "console/password Confirm",
        "console/password Factor",
        "console/password FactorOff",
        "console/competitions Clone",
        "console/competitions Current",
        "console/competitions File",
        "console/competitions Practice",
        "console/competitions Restore",
        "console/competitions Template",
        "console/{competition}/archive Backup",
        "console/{competition}/archive Folder",
        "console/{competition}/archive Restore",
        "console/{competition}/archive Seal",
        "console/{competition}/archive Whole",
        "console/{competition}/carry Scan",
        "console/{competition}/ceremony Plan",
        "console/{competition}/ceremony Restart",
        "console/{competition}/contest Delete",
        "console/{competition}/contest Hide",
        "console/{competition}/contest Logo",
        "console/{competition}/contest Words",
        "console/{competition}/corrections/{trade?} Start",
        "console/{competition}/devices Code",
        "console/{competition}/devices Revoke",
        "console/{competition}/entrants Number",
        "console/{competition}/handouts Accounts",
        "console/{competition}/handouts Codes",
        "console/{competition}/import Answer",
        "console/{competition}/import Cancel",
        "console/{competition}/import Commit",
        "console/{competition}/import Mend",
        "console/{competition}/import Photos",
        "console/{competition}/import Trades",
        "console/{competition}/import Undo",
        "console/{competition}/import Upload",
        "console/{competition}/import-awards Answer",
        "console/{competition}/import-awards Cancel",
        "console/{competition}/import-awards Commit",
        "console/{competition}/import-awards Mend",
        "console/{competition}/import-awards Remove",
        "console/{competition}/import-awards Upload",
        "console/{competition}/import-judges Answer",
        "console/{competition}/import-judges Cancel",
        "console/{competition}/import-judges Commit",
        "console/{competition}/import-judges Mend",
        "console/{competition}/import-judges Trades",
        "console/{competition}/import-judges Undo",
        "console/{competition}/import-judges Upload",
        "console/{competition}/import-marks Answer",
        "console/{competition}/import-marks Cancel",
        "console/{competition}/import-marks Commit",
        "console/{competition}/import-marks Mend",
        "console/{competition}/import-marks Upload",
        "console/{competition}/marks/{trade?} Enter",
        "console/{competition}/messages Send",
        "console/{competition}/portal-rules Save",
        "console/{competition}/printing Cancel",
        "console/{competition}/publish/{trade?} DecodeAll",
        "console/{competition}/printing Forget",
        "console/{competition}/printing Printer",
        "console/{competition}/printing Start",
        "console/{competition}/road Copy",
        "console/{competition}/road Draw",
        "console/{competition}/road Forward",
        "console/{competition}/road Trades",
        "console/{competition}/screens Black",
        "console/{competition}/screens Dress",
        "console/{competition}/screens Drop",
        "console/{competition}/screens Forget",
        "console/{competition}/screens Freeze",
        "console/{competition}/screens Keep",
        "console/{competition}/screens Key",
        "console/{competition}/screens Light",
        "console/{competition}/screens Play",
        "console/{competition}/screens Remove",
        "console/{competition}/screens Revoke",
        "console/{competition}/screens Show",
        "console/{competition}/screens Upload",
        "console/{competition}/templates Preview",
        "console/{competition}/templates Remove",
        "console/{competition}/templates Sample",
        "console/{competition}/templates Save",
        "console/{competition}/templates Use",
        "console/{competition}/verify Check",
    ];

    private sealed record Handler(string Template, string Name, string Folder)
    {
        public string Key => $"{Template} {Name}";
    }

    [Fact]
    public async Task Every_handler_that_changes_something_is_in_the_table()
    {
        await using var host = await ConsoleHost.Start();
        Assert.Equal(
            Versioned.Concat(Once).Concat(Beside).Order(StringComparer.Ordinal),
            (await Handlers(host)).Select(h => h.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_form_that_is_an_entry_carries_its_id_and_every_one_that_edits_its_version()
    {
        await using var host = await ConsoleHost.Start();
        foreach (var handler in (await Handlers(host)).Where(h => !Beside.Contains(h.Key)))
        {
            var forms = Directory.EnumerateFiles(handler.Folder, "*.cshtml").SelectMany(f => Forms().Matches(File.ReadAllText(f)).Select(m => m.Value))
                .Where(f => f.Contains($"asp-page-handler=\"{handler.Name}\"", StringComparison.Ordinal) || f.Contains($"handler={handler.Name}", StringComparison.Ordinal)).ToList();
            Assert.True(forms.Count > 0, $"{handler.Key} has no form");
            Assert.True(forms.TrueForAll(f => f.Contains("name=\"Entry\"", StringComparison.Ordinal)), $"{handler.Key} carries no id");
            Assert.True(!Versioned.Contains(handler.Key) || forms.TrueForAll(f => f.Split('>')[0].Contains(" edits", StringComparison.Ordinal)), $"{handler.Key} carries no version");
        }
    }

    [Fact]
    public async Task Every_form_sent_after_the_session_ended_is_kept_for_after_the_sign_in()
    {
        await using var host = await ConsoleHost.Start();
        using var ended = host.NewBrowser();
        await ended.Get("/console/login"); // the cookie of a form that was open
        foreach (var handler in await Handlers(host))
        {
            var url = "/" + Holes().Replace(handler.Template, "x");
            var answer = await ended.PostBare($"{url}?handler={handler.Name}", new() { ["words"] = "填了很久的字" });
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{handler.Key} answered {answer.StatusCode}");
            Assert.True(Offices.Field(await answer.Content.ReadAsStringAsync(), "resume").Length > 0, $"{handler.Key} loses what was typed");
        }
    }

    private static async Task<IReadOnlyList<Handler>> Handlers(ConsoleHost host)
    {
        var loader = host.App.Services.GetRequiredService<PageLoader>();
        var found = new List<Handler>();
        foreach (var page in host.App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var template = page.AttributeRouteInfo?.Template?.TrimStart('/') ?? "";
            if (template.StartsWith("console/", StringComparison.Ordinal))
            {
                var handlers = (await loader.LoadAsync(page, new EndpointMetadataCollection())).HandlerMethods ?? [];
                var folder = Path.Combine(Source(), "Scoring.Api", Path.GetDirectoryName(page.RelativePath.TrimStart('/'))!); // a page lies in a folder
                found.AddRange(handlers.Where(h => h.HttpMethod == "Post" && h.Name is not null).Select(h => new Handler(template, h.Name!, folder))); // chosen so
            }
        }

        return [.. found.DistinctBy(h => h.Key)];
    }

    private static string Source()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "scoring.sln")))
        {
            at = at.Parent ?? throw new FileNotFoundException("scoring.sln");
        }

        return at.FullName;
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Holes();
}
