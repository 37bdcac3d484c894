using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Help;
using Scoring.Api.Tests.Console;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Help;

/// <summary>The handbook: every console page has its place, every link leads somewhere, every place is found.</summary>
public sealed partial class HandbookTests
{
    private static readonly Handbook Book = Handbook.Read(Handbook.Folder);

    [Fact]
    public async Task Every_page_of_the_console_has_a_place_in_the_handbook_and_links_to_it()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        var pages = host.App.Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => p.AttributeRouteInfo?.Template).OfType<string>().Where(t => t.StartsWith("console", StringComparison.Ordinal))
            .Select(Handbook.PageOf).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(pages.Count > 50);
        Assert.Empty(pages.Except(Book.ByPage.Keys, StringComparer.Ordinal));
        Assert.Empty(Book.ByPage.Keys.Except(pages, StringComparer.Ordinal));

        using var admin = await host.SignedIn(Role.Admin);
        foreach (var (page, anchor) in ((string, string)[])[("road", "road"), ("contest", "contest"), ("archive", "archive")])
        {
            Assert.Contains($"#{anchor}\"", HelpLink().Match(await admin.Read($"/console/yindubei-2026/{page}")).Value,
                StringComparison.Ordinal);
        }

        Assert.Contains("#doctor\"", HelpLink().Match(await admin.Read("/console/doctor")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chapter_is_there_for_everybody_with_every_place_and_the_whole_book_for_the_printer()
    {
        await using var host = await ConsoleHost.Start();
        using var stranger = host.NewBrowser();
        var contents = await stranger.Read("/help");
        var whole = await stranger.Read("/help/all");
        foreach (var chapter in Book.Chapters)
        {
            var page = await stranger.Read("/help/" + chapter.Key);
            Assert.All(chapter.Places, place => Assert.Contains($"id=\"{place.Anchor}\"", page, StringComparison.Ordinal));
            Assert.All(chapter.Places, place => Assert.Contains($"id=\"{place.Anchor}\"", whole, StringComparison.Ordinal));
            Assert.All(chapter.Places, place => Assert.Contains($"/help/{chapter.Key}#{place.Anchor}\"", contents,
                StringComparison.Ordinal));
            Assert.DoesNotContain("{#", page, StringComparison.Ordinal);
            Assert.DoesNotContain("pages:", page, StringComparison.Ordinal);
            foreach (Match picture in Picture().Matches(page))
            {
                using var answer = await stranger.Get("/help/" + picture.Groups["at"].Value);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }

        using var nowhere = await stranger.Get("/help/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        using var outside = await stranger.Get("/help/pictures/..%2f..%2fScoring.Api.dll");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public void An_anchor_names_one_place() =>
        Assert.Equal(Book.Chapters.SelectMany(c => c.Places).Count(), Book.Chapters.SelectMany(c => c.Places).Select(p => p.Anchor)
            .Distinct().Count());

    [Theory]
    [InlineData("平板 丢了", "tablet-lost")]
    [InlineData("停电", "power")]
    [InlineData("U 盘", "archive")]
    [InlineData("WI-FI", "wifi")]
    [InlineData("公布 错", "wrong-published")]
    [InlineData("配对码", "tablets")]
    public async Task A_word_finds_its_place(string words, string anchor)
    {
        Assert.Contains(Book.Search(words), f => f.Place.Anchor == anchor);
        await using var host = await ConsoleHost.Start();
        using var stranger = host.NewBrowser();
        Assert.Contains($"#{anchor}\"", await stranger.Read("/help?q=" + Uri.EscapeDataString(words)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nowhere_is_not_found() => Assert.Empty(Book.Search("没有这样的词"));

    [Fact]
    public void Whoever_is_told_what_to_do_in_need_is_told()
    {
        string[] needed = ["wifi", "tablet-lost", "laptop-dead", "power", "wrong-published", "week-before", "morning", "evening",
            "next-year", "judge", "head-judge", "supervisor", "clerk",
            "screen-operator", "participant"];
        Assert.Empty(needed.Except(Book.Chapters.SelectMany(c => c.Places).Select(p => p.Anchor), StringComparer.Ordinal));
    }

    [GeneratedRegex("<a class=\"btn\" id=\"help\" href=\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex HelpLink();

    [GeneratedRegex("<img src=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
