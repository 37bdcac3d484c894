using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists.Sent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Display.Screens;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists;

/// <summary>Photos as they come in a ZIP: whose each is, by name, number or both; who is doubled or unknown is named and nobody gets
/// another's face.</summary>
public sealed class PhotoTests
{
    private const string Page = "/console/fresh/import";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Theory]
    [InlineData("石小川.jpg", "a1")]
    [InlineData("照片/电工/石 小川 一寸照.JPG", "a1")]
    [InlineData("石小川-洹水机电有限公司.jpg", "a1")]
    [InlineData("洹水机电石小川(2).jpg", null)] // the firm is not written as it is called
    [InlineData("石小川电工.png", "a1")]
    [InlineData("#1.jpg", "a1")]
    [InlineData("石小川_#1.jpg", "a1")]
    [InlineData("0126049101石小川.jpg", null)]
    [InlineData("0126049101 石小川.jpg", "a1")]
    [InlineData("13900000001.jpg", "a1")]
    [InlineData("云水谣#1.jpg", null)] // somebody else's number
    [InlineData("同名.jpg", null)]
    [InlineData("同名-豫北锻造有限公司.jpg", "a3")]
    [InlineData("豫北锻造/同名.jpg", "a3")]
    [InlineData("帕提古丽•肉孜.jpg", "a5")]
    [InlineData("帕提古丽肉孜 副本.jpg", "a5")]
    [InlineData("ANNA WEISS.webp", "a6")]
    [InlineData("anna_weiss.webp", "a6")]
    [InlineData("两栖.jpg", "a7 a8")] // one person in two trades
    [InlineData("两栖-钳工.jpg", "a8")]
    [InlineData("谁也不是.jpg", null)]
    [InlineData("IMG_2034.jpg", null)]
    public void A_files_name_says_whose_it_is(string file, string? whose)
    {
        var (found, fault) = Names().Of(file.Replace("#1", MessyWorkbook.Id(1), StringComparison.Ordinal));
        Assert.Equal(whose ?? "", string.Join(' ', found.Select(e => e.Id)));
        Assert.Equal(whose is null, fault is not null);
    }

    [Theory] // from a Windows in Chinese, and from everybody else
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    public async Task A_zip_of_photos_is_taken_and_what_is_left_is_named(string encoding)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await Send(admin, Zip(
            encoding, ("照片/石小川.jpg", Jpeg), ($"照片/{MessyWorkbook.Id(3)}.jpg", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 9]),
                ("云水谣.jpg", Jpeg), ("云水谣 副本.jpg", Jpeg),
            ("陌生人410502199001011234.jpg", Jpeg), ("陆羽.jpg", "GIF89a"u8.ToArray()), ("__MACOSX/._石小川.jpg", [1]), ("Thumbs.db", [1])));
        Assert.Contains("存了 2 人", answer, StringComparison.Ordinal);
        Assert.Contains("还有 2 人没有照片", answer, StringComparison.Ordinal);
        Assert.Contains("没有用的文件（4）", answer, StringComparison.Ordinal);
        Assert.Contains("云水谣有 2 张照片", answer, StringComparison.Ordinal);
        Assert.Contains("不是照片", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("410502199001011234", answer, StringComparison.Ordinal);

        var files = host.App.Services.GetRequiredService<ScreenFiles>();
        Assert.Equal(2, files.Of(FileUse.Photos).Count());
        var first = open.Read(s => s.Entrants.Values.Single(e => e.Entrant.Name == "石小川").Entrant.Id);
        var photo = ScreenFiles.PhotoOf(files.All, "fresh", first.Value)!;
        Assert.Equal(Jpeg, await File.ReadAllBytesAsync(photo.Path));
        Assert.Contains(photo.Address, await admin.Read("/console/fresh/entrants"), StringComparison.Ordinal);

        // A better photo takes the place of the first.
        Assert.Contains("1 人换了新照片", await Send(admin, Zip(encoding, ("石小川.png", [.. Jpeg, 4]))), StringComparison.Ordinal);
        Assert.Equal(2, files.Of(FileUse.Photos).Count());
    }

    [Fact]
    public async Task What_is_no_zip_and_an_empty_one_are_said()
    {
        await using var host = await ConsoleHost.Start();
        await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("请用 ZIP 打包", await Send(admin, "Rar!"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("没有找到照片", await Send(admin, Zip("utf-8")), StringComparison.Ordinal);
    }

    private static PhotoNames Names()
    {
        KnownEntrant Person(string id, string name, string organization, string trade, int n) => new(
            new Entrant(
                new EntrantId(id), name, new OrganizationId(organization), new TradeId(trade),
                ExamNumber: id == "a1" ? "0126049101" : null),
            new PersonalData(IdNumber: MessyWorkbook.Id(n), Phone: $"1390000{n:0000}"));
        return new PhotoNames(
            [
                Person("a1", "石小川", "洹水机电有限公司", "电工", 1), Person("a2", "同名", "洹水机电有限公司", "电工", 3), Person("a3", "同名", "豫北锻造有限公司", "电工", 5),
                Person("a4", "云水谣", "豫北锻造有限公司", "钳工", 7), Person("a5", "帕提古丽·肉孜", "豫北锻造有限公司", "钳工", 9), Person(
                    "a6", "ANNA WEISS", "ABC", "钳工", 11),
                Person("a7", "两栖", "ABC", "电工", 13), Person("a8", "两栖", "ABC", "钳工", 13),
            ], e => e.Organization.Value, e => e.Trade.Value);
    }

    private static byte[] Zip(string encoding, params (string Name, byte[] Bytes)[] files)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding(encoding)))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static async Task<string> Send(Browser admin, byte[] zip)
    {
        var answer = await admin.PostFile(Page, Page + "?handler=Photos", "照片.zip", zip, field: "photos");
        return answer.Headers.Location is { } next ? await admin.Read(next.ToString()) : await answer.Content.ReadAsStringAsync();
    }

    private static async Task<OpenCompetition> Fresh(ConsoleHost host)
    {
        var open = host.Competitions.Create(new CompetitionId("fresh"));
        await ConsoleHost.Do(open, Actor.System, new CompetitionDefined(new Competition(open.Id, "新比赛")));
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(FirstScheme.Of(new TradeId("dg"), "电工", "DG")));
        using var admin = await host.SignedIn(Role.Admin);
        var upload = await PaperTests.Upload(
            admin, "名单.xlsx", SentFile.Xlsx(SentSheet.Of(SentContest.Head, Person(1, "石小川"), Person(3, "白敬之"), Person(5, "云水谣"),
                Person(7, "陆羽"))), Page);
        await JudgeImportTests.Says(
            admin, upload, "Commit", new() { ["upload"] = upload.Split("upload=")[1], ["onlyGood"] = "false" }, "名单已导入", Page);
        return open;
    }
}
