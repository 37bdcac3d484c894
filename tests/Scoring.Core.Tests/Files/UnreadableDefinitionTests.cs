namespace Scoring.Core.Tests.Files;

/// <summary>A value of the wrong JSON type is reported once, where it stands: nothing is concluded from what stands in for it.</summary>
public class UnreadableDefinitionTests
{
    private static void Only(string template, string path, params (string Path, string Json)[] also)
    {
        var file = new BadFile($"templates/{template}.json").Set(path, "{\"wrong\":0}");
        foreach (var (other, json) in also)
        {
            file.Set(other, json);
        }

        // An object is right where a record stands: there a text is wrong.
        var paths = file.Read().Problems.Select(p => p.Path).ToList();
        paths = paths.TrueForAll(p => !p.StartsWith($"$.{path}.", StringComparison.Ordinal)) ? paths : [.. file.Set(path, "\"错\"").Read().Problems.Select(p => p.Path)];

        Assert.Equal([$"$.{path}"], paths);
    }

    [Theory]
    [InlineData("trades[0].components[1].modules[0].sheet[0].aspects[0]", "kind,id,text,fullMark,hint,reasons,nominal,unit,decimals,bands,bands[0],bands[0].within,bands[0].mark,bands[1].within,bands[1].mark,bands[2]")]
    [InlineData("trades[0].components[1].modules[0].sheet[0].aspects[2]", "fullMark,deduction,unit")]
    [InlineData("trades[0].components[1].modules[0].sheet[1].aspects[0]", "fullMark,step")]
    [InlineData("trades[0].components[1].modules[0]", "id,name,fullMark,marking,sheet,panel,spreadLimit,time,time.limitSeconds,time.overtime,sheet[0],sheet[0].id,sheet[0].name,sheet[0].aspects,sheet[0].parts,sheet[1],sheet[0].aspects[0],sheet[1].aspects[1]")]
    [InlineData("trades[0].components[0].modules[0]", "marking,sheet,fullMark")]
    [InlineData("trades[0]", "components,components[0],components[0].weight,components[0].kind,components[1].kind,components[0].passMark,components[0].modules,components[0].modules[0],components[0].modules[0].fullMark,components[1].modules[1].fullMark,components[0].id")]
    [InlineData("trades[0]", "name,code,aliases,scoring,rawTotal,rounding,tieChain,tieChain[0],tieChain[0].kind,ties,codeLayers,publicView,publicityDays,appealHours,startsAt,worldSkills,medals,advance,honours")]
    [InlineData("trades[0].awards", "tiers,tiers[0],tiers[0].name,tiers[0].quota,tiers[0].percent,boundary,few,few[0],few[0].fewerThan,few[0].tiers,few[1].tiers[0].quota,gate,gate.passMark")]
    [InlineData("trades[0].honours", "[0],[0].title,[0].rankFrom,[0].rankTo,[1].grades,[1].grades[0],[1].promotion")]
    public void In_the_union_template(string at, string fields) => Each("union", at, fields);

    [Theory]
    [InlineData("multi-task", "trades[0]", "scoring,rawTotal,components,components[1],components[1].modules,components[0].modules[0].fullMark,components[1].modules[1].fullMark")]
    [InlineData("multi-task", "trades[0].components[2].modules[0].sheet", "[0].aspects[2].pointsEach,[1].aspects[0].bands,[1].aspects[0].bands[0],[1].aspects[0].bands[0].upToSeconds,[1].aspects[0].bands[1].mark")]
    [InlineData("worldskills", "trades[0]", "components,components[0].modules,components[0].modules[1].fullMark,components[0].modules[2].marking,components[0].weight,medals,medals.window,medals.excellenceBase,medals.names,medals.names[0],advance.percent")]
    [InlineData("worldskills", "trades[0].components[0].modules[0].sheet[0]", "parts,parts[0],parts[0].aspects,parts[1].name,parts[1].aspects[1].benchmarks,parts[1].aspects[1].benchmarks[0]")]
    [InlineData("college", "trades[0]", "tieChain[1].kind,tieChain[1].module,tieChain[2].module,tieChain[2].aspect,components[1].modules[1].id,components[1].modules[0].sheet,components[1].modules[2].marking")]
    [InlineData("college", "trades[0]", "advance,advance.to,advance.top,advance.percent,awards.tiers[0].percent,awards.tiers[0].quota,components[1].modules[2].panel.smallest,components[1].modules[2].panel.dropEachSide")]
    [InlineData("tea-sensory", "trades[0].components[1].modules[1].sheet[0].aspects[0]", "fullMark,fields,fields[0],fields[0].name,fields[0].points,fields[2].points,fields[0].accepted,fields[2].accepted,fields[2].accepted[0],fields[2].choices,fields[2].choices[0]")]
    [InlineData("tea-sensory", "trades[0].components[1].modules[0].time", "limitSeconds,overtime,overtime[0],overtime[1].upToSeconds,overtime[4],overtime[4].deduction,overtime[4].upToSeconds")]
    [InlineData("company-kpi", "trades[0].components[0].modules[0].sheet[0]", "aspects[0].line,aspects[0].line[0],aspects[0].line[0].value,aspects[0].line[0].mark,aspects[0].fullMark")]
    [InlineData("company-kpi", "trades[0].components[0].modules[0].sheet[0].aspects[1].steps", "better,edges,edges[0],edges[0].value,edges[0].mark,edges[1].mark")]
    [InlineData("company-kpi", "trades[1].components[0]", "modules[0].sheet[0].aspects[0].steps,modules[0].sheet[0].aspects[0].steps.better,modules[1].panel,modules[1].panel.method,modules[1].panel.smallest")]
    [InlineData("company-kpi", "competition.teamRankings", "[0],[0].bestOf,[1].method,[1].points,[1].points[0],[1].trades,[1].trades[0],[2].awardPoints,[0].prize,[2].prize.by,[2].prize.rankFrom,[2].prize.rankTo")]
    [InlineData("company-kpi", "trades[0]", "id,awards,awards.tiers")]
    public void In_the_others(string template, string at, string fields) => Each(template, at, fields);

    [Fact]
    public void Where_the_next_value_is_zero_too()
    {
        const string bands = "trades[0].components[1].modules[0].sheet[0].aspects[0].bands";
        Only("union", $"{bands}[0].within", ($"{bands}[1].within", "0"));
    }

    [Fact]
    public void Names_that_others_refer_to()
    {
        Only("company-kpi", "trades[0].awards.tiers", ("trades[1].awards.tiers[0].name", "\"特等奖\""));
        Only("company-kpi", "organizations", ("competition.teamRankings[0].prize.nominees", "[\"u1\"]"));
    }

    private static void Each(string template, string at, string fields) =>
        Assert.All(fields.Split(','), field => Only(template, field[0] == '[' ? at + field : $"{at}.{field}"));
}
