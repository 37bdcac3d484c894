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
    private sealed record Handler(string Template, string Name, string Folder)
    {
        public string Key => $"{Template} {Name}";
    }

    [Fact]
    public async Task Every_handler_that_changes_something_is_in_the_table()
    {
        await using var host = await ConsoleHost.Start();
        Assert.Equal(
            FormTable.All.Order(StringComparer.Ordinal),
            (await Handlers(host)).Select(h => h.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_form_that_is_an_entry_carries_its_id_and_every_one_that_edits_its_version()
    {
        await using var host = await ConsoleHost.Start();
        foreach (var handler in (await Handlers(host)).Where(h => !FormTable.Beside.Contains(h.Key)))
        {
            var forms = Directory.EnumerateFiles(handler.Folder, "*.cshtml").SelectMany(f => Forms().Matches(File.ReadAllText(f)).Select(m => m.Value))
                .Where(f => f.Contains($"asp-page-handler=\"{handler.Name}\"", StringComparison.Ordinal) || f.Contains($"handler={handler.Name}", StringComparison.Ordinal)).ToList();
            Assert.True(forms.Count > 0, $"{handler.Key} has no form");
            Assert.True(forms.TrueForAll(f => f.Contains("name=\"Entry\"", StringComparison.Ordinal)), $"{handler.Key} carries no id");
            Assert.True(!FormTable.Versioned.Contains(handler.Key) || forms.TrueForAll(f => f.Split('>')[0].Contains(" edits", StringComparison.Ordinal)), $"{handler.Key} carries no version");
        }
    }

    [Fact]
    public async Task Every_form_that_edits_one_thing_of_its_page_carries_the_version_of_that_thing()
    {
        await using var host = await ConsoleHost.Start();
        foreach (var handler in (await Handlers(host)).Where(h => FormTable.Compared.Contains(h.Key)))
        {
            var forms = Directory.EnumerateFiles(handler.Folder, "*.cshtml").SelectMany(f => Forms().Matches(File.ReadAllText(f)).Select(m => m.Value))
                .Where(f => f.Contains($"asp-page-handler=\"{handler.Name}\"", StringComparison.Ordinal)
                    || f.Contains($"handler={handler.Name}", StringComparison.Ordinal)).ToList();
            Assert.True(forms.Count > 0, $"{handler.Key} has no form");
            Assert.True(forms.TrueForAll(f => f.Contains(" edits-of=", StringComparison.Ordinal)), $"{handler.Key} carries no version");
        }

        Assert.Empty(FormTable.Compared.Except(FormTable.All));
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
