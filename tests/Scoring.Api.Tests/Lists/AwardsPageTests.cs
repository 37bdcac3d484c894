using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists.Sent;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Lists;

/// <summary>荣誉登记 over the console's own pages: checked, taken, found in 历届, taken out again (R-E5).</summary>
public sealed class AwardsPageTests
{
    private const string Page = "/console/yindubei-2026/import-awards";

    [Fact]
    public async Task A_register_is_checked_taken_found_and_taken_out_again()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var file = SentFile.Xlsx(SentSheet.Of(
            ["姓名", "单位", "荣誉称号", "获奖时间"], ["石小川", "洹水机电有限公司", "技术能手", "2019年5月"], ["云水谣", "洹水机电有限公司", null, "2020年"]));
        var upload = await PaperTests.Upload(admin, "登记.xlsx", file, Page);
        Assert.Contains("没有写奖项", await admin.Read(upload), StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["upload"] = upload.Split("upload=")[1], ["onlyGood"] = "false" };
        await JudgeImportTests.Says(admin, upload, "Commit", form, "还有 1 处错误", Page);
        var register = host.App.Services.GetRequiredService<AwardsRegister>();
        Assert.Empty(register.All());

        await JudgeImportTests.Says(admin, upload, "Commit", new(form) { ["onlyGood"] = "true" }, "已登记 1 条", Page);
        Assert.Equal(new RegisteredAward("石小川", "洹水机电有限公司", "技术能手", Awarded: "2019-05"), Assert.Single(register.All()));
        Assert.Contains("技术能手", await admin.Read("/console/history?find=sxc"), StringComparison.Ordinal);
        Assert.Contains("登记.xlsx", await admin.Read(Page), StringComparison.Ordinal);

        var again = await PaperTests.Upload(admin, "登记.xlsx", file, Page);
        Assert.Contains("未变 1", await admin.Read(again), StringComparison.Ordinal);
        await admin.Post(Page, new() { ["batch"] = register.Lists()[0].Batch }, to: Page + "?handler=Remove");
        Assert.Empty(register.All());
    }
}
