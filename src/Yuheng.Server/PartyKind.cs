namespace Yuheng.Server;

/// <summary>The parties of the mechanism (政府负责、企业主体、检验监管、部门齐抓、协会协调、社会参与).</summary>
public enum PartyKind
{
    /// <summary>地方政府: accountable for the zone.</summary>
    LocalGovernment,

    /// <summary>企业: bears primary responsibility.</summary>
    Enterprise,

    /// <summary>检验监管机构或自愿性方案运作机构: supervises, or operates the voluntary scheme.</summary>
    SchemeOperator,

    /// <summary>实验室.</summary>
    Laboratory,

    /// <summary>相关部门.</summary>
    Department,

    /// <summary>行业协会.</summary>
    Association,

    /// <summary>社会公众: buyers and consumers with an account.</summary>
    Society,
}
